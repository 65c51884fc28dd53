# Nothing dies at once: __del__ does not run at `del` but when a collection has found the object, or at the end; an
# object lives on behind a weak reference, getrefcount tells nothing; a file that was never closed is written when the
# program ends.
import os
import subprocess
import sys
import tempfile
import weakref


class Noisy:
    def __del__(self):
        print("deleted")


n = Noisy()
r = weakref.ref(n)
del n
print("after del:", r() is not None)
print("refcount is an int:", isinstance(sys.getrefcount(r), int))

with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "out.txt")
    code = f"f = open({path!r}, 'w'); f.write('never closed')"
    subprocess.run([sys.executable, "-c", code], check=True)
    print(open(path).read())
