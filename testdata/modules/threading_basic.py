import threading, time, queue
results = []
lock = threading.Lock()
def work(n):
    time.sleep(0.005 * (3 - n))
    with lock: results.append(n)
ts = [threading.Thread(target=work, args=(i,), name=f"w{i}", daemon=i == 0) for i in range(3)]
print([t.is_alive() for t in ts], ts[0].daemon, ts[0].name, threading.current_thread().name, threading.main_thread() is threading.current_thread())
for t in ts: t.start()
for t in ts: t.join()
print(sorted(results), [t.is_alive() for t in ts], threading.active_count())
class T(threading.Thread):
    def __init__(self, v):
        super().__init__()
        self.v = v
    def run(self): self.result = self.v * 2
t = T(21); t.start(); t.join(); print(t.result)
ev = threading.Event()
out = []
def waiter():
    out.append(ev.wait(1))
    out.append("woke")
t = threading.Thread(target=waiter); t.start()
print(ev.is_set(), ev.wait(0.001))
ev.set(); t.join(); print(out)
cond = threading.Condition()
items = []
def consumer():
    with cond:
        while not items: cond.wait()
        out.append(items.pop())
t = threading.Thread(target=consumer); t.start()
with cond:
    items.append("item"); cond.notify()
t.join(); print(out[-1])
rl = threading.RLock()
with rl:
    with rl: print("reentrant")
sem = threading.Semaphore(2)
print(sem.acquire(), sem.acquire(blocking=False), sem.acquire(blocking=False))
bar = threading.Barrier(2)
def b(): out.append(bar.wait() in (0, 1))
t = threading.Thread(target=b); t.start(); b(); t.join(); print(out[-2:])
loc = threading.local()
loc.x = "main"
def l():
    out.append(hasattr(loc, "x")); loc.x = "thread"
t = threading.Thread(target=l); t.start(); t.join(); print(out[-1], loc.x)
tm = threading.Timer(0.01, lambda: out.append("timer")); tm.start(); tm.join(); print(out[-1])
q = queue.Queue()
def prod():
    for i in range(3): q.put(i)
    q.put(None)
threading.Thread(target=prod).start()
print(list(iter(q.get, None)), q.empty())
for op in (lambda: q.get_nowait(), lambda: q.get(timeout=0.001), lambda: ts[0].start(), lambda: lock.release(), lambda: threading.Thread(target=print).join(), lambda: rl.release(), lambda: threading.BoundedSemaphore(1).release(), lambda: cond.notify(), lambda: threading.current_thread().join()):
    try:
        op()
        print("ok")
    except Exception as e:
        print(type(e).__name__, e)
counter = 0
def inc():
    global counter
    for _ in range(200):
        with lock: counter += 1
ts = [threading.Thread(target=inc) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(counter, lock.locked(), lock.acquire(timeout=0.01), lock.acquire(False), lock.locked())

