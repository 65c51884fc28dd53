import multiprocessing as mp, time, os, signal, sys, threading
def slow(x): time.sleep(5); return x
def child_of_child():
    p = mp.Process(target=print, args=('grandchild',), kwargs={'flush': True}); p.start(); p.join()
def daemonic():
    try: mp.Process(target=print).start()
    except AssertionError as e: print(e, flush=True)
def big(q): q.put(b'x' * 5_000_000)
def producer(q, n):
    for i in range(n): q.put(i)
def init(l): global L; L = l
def worker(i):
    with L: return (i, os.getpid() != 0)
def raise_exit(): raise SystemExit('bye')
class Worker(mp.Process):
    def __init__(self, q): super().__init__(); self.q = q
    def run(self): self.q.put((self.name, self.daemon))
def cond_waiter(c, q):
    with c: q.put('ready'); c.wait(); q.put('go')
def barrier(b, q): q.put(b.wait() in (0, 1))
def use_sem(s, q):
    with s: q.put(1)
def reader(c):
    while True:
        try: m = c.recv()
        except EOFError: print('eof', flush=True); return
        print('got', m, flush=True)
if __name__ == '__main__':
    p = mp.Process(target=child_of_child); p.start(); p.join()
    p = mp.Process(target=daemonic, daemon=True); p.start(); p.join()
    q = mp.Queue(); p = mp.Process(target=big, args=(q,)); p.start(); print(len(q.get())); p.join()
    ps = [mp.Process(target=producer, args=(q, 500)) for _ in range(3)]
    for p in ps: p.start()
    print(sum(q.get() for _ in range(1500))); [p.join() for p in ps]
    with mp.Pool(2, initializer=init, initargs=(mp.Lock(),)) as pool: print(pool.map(worker, range(4), chunksize=1))
    w = Worker(q); w.start(); print(q.get()); w.join()
    c = mp.Condition(); p = mp.Process(target=cond_waiter, args=(c, q)); p.start(); print(q.get())
    with c: c.notify_all()
    print(q.get()); p.join()
    b = mp.Barrier(2); p = mp.Process(target=barrier, args=(b, q)); p.start(); print(b.wait() in (0, 1), q.get()); p.join()
    s = mp.Semaphore(1); s.acquire(); p = mp.Process(target=use_sem, args=(s, q)); p.start(); time.sleep(0.1); print(q.empty()); s.release(); print(q.get()); p.join()
    p = mp.Process(target=raise_exit); p.start(); p.join(); print(p.exitcode)
    p = mp.Process(target=slow, args=(1,), daemon=True); p.start(); print(mp.active_children() == [p], mp.connection.wait([p.sentinel], 0.05) if hasattr(mp, 'connection') else [])
    pool = mp.Pool(2); rs = pool.imap_unordered(slow, range(2)); pool.terminate(); pool.join(); print('terminated')
    pool = mp.Pool(1); pool.close(); pool.join()
    try: pool.apply(print)
    except ValueError as e: print(e)
    lk = mp.RLock(); lk.acquire(); lk.acquire(); lk.release(); lk.release()
    try: lk.release()
    except AssertionError as e: print(e)
    l = mp.Lock()
    try: l.release()
    except ValueError as e: print(e)
    print(l.acquire(), l.acquire(timeout=0.05), l.acquire(block=False)); l.release()
    a = mp.Array('c', b'hello'); print(a.value, a.raw, a[1]); a.value = b'hi'; print(a.value, len(a)); x = mp.Value('i'); x.value = 2**31; print(x.value)
    try: x.value = 'a'
    except TypeError as e: print(e)
    print(mp.RawArray('d', 3)[:], mp.Value('d', 1.5, lock=False), mp.Value('b', 3).get_obj())
    print('main ends')
