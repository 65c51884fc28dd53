# What functions take for a file descriptor: numbers, objects with fileno(), and the errors for everything else.
import fcntl, os, select, tempfile, termios

class Holder:
    def __init__(self, n): self.n = n
    def fileno(self): return self.n

class Broken:
    @property
    def fileno(self): return 1 / 0

functions = {'fsync': os.fsync, 'fdatasync': os.fdatasync, 'fchdir': os.fchdir, 'close': os.close, 'tcgetattr': termios.tcgetattr,
             'fcntl': lambda x: fcntl.fcntl(x, fcntl.F_GETFD), 'poll': lambda x: select.poll().register(x)}
for name, f in functions.items():
    for x in (Holder('x'), Holder(-3), -1, 'x', 2**70, 1.5, Broken(), Holder(2**40)):
        try:
            f(x)
        except Exception as e:
            print(name, type(x).__name__, type(e).__name__, e)
with tempfile.TemporaryFile() as f:
    f.write(b'abc'); f.flush()
    print(os.fsync(f), os.fdatasync(f), os.fsync(Holder(f.fileno())))
here = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    fd = os.open(folder, os.O_RDONLY)
    os.fchdir(Holder(fd)); print(os.path.samefile('.', folder)); os.chdir(here); os.close(fd)
