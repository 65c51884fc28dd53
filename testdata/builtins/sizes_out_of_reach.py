# Collections that cannot be had raise MemoryError at once.
import itertools

huge = range(10**13)
for make in list, tuple, sorted, lambda x: [*x], lambda x: [].extend(x), lambda x: bytes(len(x)), lambda x: "a" * len(x):
    try:
        make(huge)
    except MemoryError as e:
        print("MemoryError", e)
try:
    list(itertools.repeat(0, 10**13))
except MemoryError as e:
    print("MemoryError", e)

import io
import os
import socket

one, other = socket.socketpair()
for name, ask in {
    "urandom": lambda: os.urandom(10**13),
    "recv": lambda: one.recv(10**13),
    "recvmsg": lambda: one.recvmsg(10**13),
    "BufferedReader": lambda: io.BufferedReader(io.BytesIO(b"x"), 10**13),
    "raw read": lambda: open("/dev/zero", "rb", buffering=0).read(10**13),
    "read": lambda: open("/dev/zero", "rb").read(10**13),
}.items():
    try:
        ask()
    except (MemoryError, OverflowError) as e:
        print(name, type(e).__name__, e)
