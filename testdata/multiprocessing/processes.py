import multiprocessing as mp, os, time, sys
from multiprocessing import Process, Queue, Pipe, Lock, Value, Array, Event, Semaphore, Pool, current_process

def info(title):
    print(title, __name__, current_process().name, mp.parent_process().name, flush=True)

def f(name):
    info('f')
    print('hello', name, flush=True)

def put(q): q.put([42, None, 'hello'])
def conn_child(conn):
    conn.send([42, None, 'hello']); print(conn.recv(), flush=True); conn.close()
def locked(l, i):
    with l:
        print('hello world', i, flush=True)
def shared(n, a):
    n.value = 3.1415927
    for i in range(len(a)): a[i] = -a[i]
def inc(v):
    for _ in range(100):
        with v.get_lock(): v.value += 1
def boom(): raise ValueError('boom')
def ex(code): sys.exit(code)
def sq(x): return x * x
def add(a, b): return a + b
def waiter(e, q): e.wait(); q.put('released')
def inf(): time.sleep(100)
def bad(x):
    if x == 3: raise KeyError(x)
    return x

if __name__ == '__main__':
    print(mp.current_process(), mp.current_process().name)
    p = Process(target=f, args=('bob',)); print(p.name, p.is_alive(), p.exitcode, p.daemon); p.start(); p.join(); print(p.exitcode, p.is_alive())
    q = Queue(); p = Process(target=put, args=(q,)); p.start(); print(q.get()); p.join()
    a, b = Pipe(); p = Process(target=conn_child, args=(b,)); p.start(); print(a.recv()); a.send('bye'); p.join()
    l = Lock()
    ps = [Process(target=locked, args=(l, i)) for i in range(1)]
    for p in ps: p.start()
    for p in ps: p.join()
    num = Value('d', 0.0); arr = Array('i', range(10)); p = Process(target=shared, args=(num, arr)); p.start(); p.join(); print(num.value, arr[:], num, len(arr))
    v = Value('i', 0); ps = [Process(target=inc, args=(v,)) for _ in range(3)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(v.value)
    for c in (0, 3, None, 'msg', True):
        p = Process(target=ex, args=(c,)); p.start(); p.join(); print(p.exitcode)
    p = Process(target=boom, name='Boomer'); p.start(); p.join(); print(p.exitcode)
    p = Process(target=inf); p.start(); p.terminate(); p.join(); print(p.exitcode)
    p = Process(target=inf); p.start(); p.join(0.05); print(p.is_alive(), p.exitcode); p.kill(); p.join(); print(p.exitcode)
    e = Event(); p = Process(target=waiter, args=(e, q)); p.start(); time.sleep(0.05); e.set(); print(q.get()); p.join(); print(e.is_set())
    with Pool(2) as pool:
        print(pool.map(sq, range(10)), pool.apply(add, (1, 2)), pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(sq, range(5))), sorted(pool.imap_unordered(sq, range(5), chunksize=2)))
        r = pool.apply_async(sq, (7,)); print(r.get(timeout=5), r.ready(), r.successful())
        r = pool.map_async(sq, [1, 2, 3], callback=lambda x: print('cb', x)); r.wait(); print(r.get())
        try: pool.map(bad, range(5))
        except KeyError as e: print(repr(e), type(e.__cause__))
        try: pool.apply_async(time.sleep, (10,)).get(timeout=0.05)
        except mp.TimeoutError as e: print('timeout', repr(e))
        try: pool.apply(lambda: 1)
        except Exception as e: print(type(e).__name__, str(e)[:30])
    try: pool.map(sq, [1])
    except ValueError as e: print(e)
    print(mp.get_start_method(), mp.cpu_count() == os.cpu_count(), mp.get_all_start_methods())
    ctx = mp.get_context('spawn'); p = ctx.Process(target=f, args=('x',)); print(p.name); p.start(); p.join()
    print(mp.active_children())
    try: Process(target=f).join()
    except AssertionError as e: print(e)
    print(Lock(), mp.RLock(), Semaphore(3), mp.BoundedSemaphore(2), mp.Condition())
    q = mp.JoinableQueue(); q.put(1); q.get(); q.task_done(); q.join(); print(q.empty(), q.qsize())
    q = Queue(1); q.put(1); print(q.full())
    try: q.put(2, timeout=0.01)
    except Exception as e: print(type(e))
    print(q.get())
    try: q.get(timeout=0.01)
    except Exception as e: print(type(e))
    sq_ = mp.SimpleQueue(); sq_.put(3); print(sq_.get(), sq_.empty())
    from multiprocessing.pool import ThreadPool
    with ThreadPool(3) as tp: print(tp.map(sq, range(4)), tp)
    from multiprocessing.dummy import Pool as TP
    print(TP(2).map(sq, [3]))
    class P(Process):
        def run(self): print('never', flush=True)
    import pickle
    try: pickle.dumps(l)
    except RuntimeError as e: print(e)
