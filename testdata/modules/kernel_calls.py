# Linux's sendfile and pidfd_open.
import os
import select
import subprocess
import tempfile

with tempfile.TemporaryFile() as f:
    f.write(b"0123456789")
    f.seek(0)
    read, write = os.pipe()
    print(os.sendfile(write, f.fileno(), 3, 4), os.read(read, 100))
    print(os.sendfile(write, f.fileno(), None, 2), os.read(read, 100))
    print(os.sendfile(write, f.fileno(), None, 100), os.read(read, 100))
    print(os.sendfile(write, f.fileno(), 50, 100))
    for call in (
        lambda: os.sendfile(out_fd=write, in_fd=f.fileno(), offset=0, count=-1),
        lambda: os.sendfile(write, "x", 0, 1),
        lambda: os.sendfile(write, f.fileno(), 0),
    ):
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__, e)

child = subprocess.Popen(["sleep", "30"])
fd = os.pidfd_open(child.pid)
print(select.select([fd], [], [], 0)[0] == [])
child.kill()
print(select.select([fd], [], [], 10)[0] == [fd], child.wait())
try:
    os.pidfd_open(child.pid)
except ProcessLookupError as e:
    print(e)
print(os.P_PIDFD)
