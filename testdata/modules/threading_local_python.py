# _threading_local: the same local objects, written in Python.
import threading
from _threading_local import local


class Counter(local):
    default = 5

    def __init__(self, start=0, *, name="n"):
        self.value = start
        self.name = name

    def up(self):
        self.value += 1
        return self.value


c = Counter(10, name="main")
print(c.up(), c.up(), c.name, c.default, sorted(c.__dict__))
seen = []


def work(n):
    c.value += n
    seen.append((c.up(), c.name, sorted(vars(c))))
    c.extra = n


for n in range(3):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(seen, c.value, hasattr(c, "extra"))
del c.value
for action in (lambda: c.value, lambda: setattr(c, "__dict__", {}), lambda: delattr(c, "__dict__"), lambda: local(1), lambda: delattr(c, "nothing")):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
