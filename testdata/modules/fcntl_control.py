import fcntl, os, tempfile
r, w = os.pipe()
print(fcntl.fcntl(r, fcntl.F_GETFD), fcntl.fcntl(r, fcntl.F_GETFL) & os.O_NONBLOCK)
fcntl.fcntl(r, fcntl.F_SETFL, fcntl.fcntl(r, fcntl.F_GETFL) | os.O_NONBLOCK)
try: os.read(r, 1)
except BlockingIOError as e: print(e)
os.write(w, b'abc')
b = bytearray(4); print(fcntl.ioctl(r, 0x541b, b), b, fcntl.ioctl(r, 0x541b, b'\0'*4))
lockfile = os.path.join(tempfile.mkdtemp(), 'lock')
with open(lockfile, 'w') as f:
    print(fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)); print(fcntl.lockf(f, fcntl.LOCK_EX)); fcntl.lockf(f, fcntl.LOCK_UN)
    with open(lockfile, 'w') as g:
        try: fcntl.flock(g, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e: print(e)
for bad in (-1, 'x', None, 999):
    try: fcntl.fcntl(bad, 1)
    except Exception as e: print(type(e).__name__, e)
fd = os.open(lockfile, os.O_RDWR)
print(os.pread, os.pwrite(fd, b'hello', 2), os.pread(fd, 9, 1))
os.close(fd); os.remove(lockfile); os.rmdir(os.path.dirname(lockfile))
