"""What a telephone's application does with the secret of a second factor (RFC 6238): written apart from the program."""
import base64
import hashlib
import hmac
import struct
import time

STEP_S = 30


def code_of(secret, steps_away=0):
    counter = struct.pack(">Q", int(time.time()) // STEP_S + steps_away)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7fffffff) % 1_000_000:06d}"
