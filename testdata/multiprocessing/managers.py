from multiprocessing import Process, Manager, Pool
import multiprocessing as mp
def f(d, l, ns, v, lock):
    with lock:
        d[1] = '1'; d['2'] = 2; d[0.25] = None
        l.reverse(); l.append(5)
        ns.x = 10
        v.value += 1
def w(args):
    d, k = args
    d[k] = k * k
def put(q, ev):
    q.put('hi'); ev.set()
if __name__ == '__main__':
    with Manager() as m:
        d = m.dict(); l = m.list(range(5)); ns = m.Namespace(x=1, y='a'); v = m.Value('i', 0); lock = m.Lock()
        p = Process(target=f, args=(d, l, ns, v, lock)); p.start(); p.join()
        print(d, l, ns.x, ns, v.value, v, len(d), 1 in d, sorted(map(str, d.keys())), l[1:3], list(l))
        print(d.get('2'), dict(d.items())[1], list(d.values()), d.copy())
        try: d['nokey']
        except KeyError as e: print('KeyError', e)
        with Pool(2) as pool: pool.map(w, [(d, k) for k in range(10, 13)])
        print(d[11], d[12])
        q = m.Queue(); ev = m.Event(); p = Process(target=put, args=(q, ev)); p.start(); print(q.get(timeout=10)); ev.wait(10); p.join(); print(ev.is_set(), q.empty())
        l += [7]; print(l, sum(l), max(l)); l.sort(); print(l)
        for k in sorted(d, key=str): print(k, end=' ')
        print()
        a = m.Array('i', [1,2,3]); a[0] = 9; print(a[0], len(a), a)
        s = m.Semaphore(2); s.acquire(); s.release()
        nested = m.dict(); nested['l'] = [1]; x = nested['l']; x.append(2); nested['l'] = x; print(nested)
        del d[1]; print(1 in d); d.update({'z': 1}); print(d.pop('z'))
        print(type(d).__name__, type(l).__name__, type(q).__name__)
    b = mp.Barrier(2)
    print(b.parties)
