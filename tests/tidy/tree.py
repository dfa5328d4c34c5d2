"""The files of the repository as the style rules see them: path, lines, kind."""
import os
import subprocess

TEXT_SUFFIXES = (
    ".cpp", ".hpp", ".cmake", ".txt", ".py", ".mjs", ".js", ".css", ".html", ".mustache", ".sql", ".sh",
    ".md", ".json", ".toml", ".yml", ".yaml", ".dot", ".svg", ".csv", ".golden")
TEXT_NAMES = ("dev", "run", ".clang-format", ".gitignore", ".npmrc")


class File:
    """One text file; `path` is relative to the root, with forward slashes."""

    def __init__(self, root, path):
        self.path = path
        self.folder = path.split("/")[0] if "/" in path else ""
        self.suffix = os.path.splitext(path)[1]
        with open(os.path.join(root, path), "rb") as source:
            self.bytes = source.read()
        self.lines = self.bytes.decode("utf-8", errors="replace").split("\n")

    @property
    def is_cpp(self):
        return self.suffix in (".cpp", ".hpp")

    @property
    def is_data(self):
        """Written by a tool or copied from the world: not held to the rules of layout."""
        name = os.path.basename(self.path)
        generated = name == "package-lock.json" or self.suffix in (".csv", ".svg", ".golden")
        return generated or "/data/" in self.path

    def numbered(self):
        return enumerate(self.lines, 1)


def is_text(path):
    return path.endswith(TEXT_SUFFIXES) or os.path.basename(path) in TEXT_NAMES


def tracked_paths(root):
    """What git tracks or would track, so that a file is judged before it is committed."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=root, capture_output=True, check=True, text=True)
    return sorted({path for path in listing.stdout.split("\0") if path})


def read_tree(root):
    paths = (path for path in tracked_paths(root) if is_text(path))
    return [File(root, path) for path in paths if os.path.isfile(os.path.join(root, path))]
