"""Where the pieces of this test are found."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../.."))
sys.path[:0] = [HERE, os.path.join(ROOT, "tests/crash"), os.path.join(ROOT, "tests/kit")]
