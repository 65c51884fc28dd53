from concurrent.futures import ThreadPoolExecutor, Future, as_completed, wait, FIRST_COMPLETED, ALL_COMPLETED, TimeoutError, CancelledError, InvalidStateError
import time
def sq(x):
    time.sleep(0.003 * x)
    if x == 4: raise ValueError("four")
    return x * x
with ThreadPoolExecutor(max_workers=3) as ex:
    f = ex.submit(sq, 2)
    print(f.result(), f.done(), f.running(), f.cancelled(), f.exception())
    print(list(ex.map(sq, [3, 1, 2])), list(ex.map(pow, [2, 3], [3, 2])))
    fs = [ex.submit(sq, i) for i in (5, 1, 3)]
    print([x.result() for x in as_completed(fs)] != None, sorted(x.result() for x in fs))
    d, nd = wait([ex.submit(sq, 1), ex.submit(sq, 20)], return_when=FIRST_COMPLETED)
    print(len(d), len(nd))
    d, nd = wait(list(d | nd))
    print(len(d), len(nd), ALL_COMPLETED)
    bad = ex.submit(sq, 4)
    try:
        bad.result()
    except ValueError as e:
        print(e, repr(bad.exception()))
    it = ex.map(sq, [1, 4, 2])
    print(next(it))
    try:
        next(it)
    except ValueError as e:
        print("map raised", e)
    slow = ex.submit(time.sleep, 0.05)
    try:
        slow.result(timeout=0.001)
    except TimeoutError as e:
        print("timeout", TimeoutError.__name__)
    cb = []
    f = ex.submit(sq, 1)
    f.add_done_callback(lambda fut: cb.append(fut.result()))
    f.result(); time.sleep(0.005)
    print(cb)
try:
    ex.submit(sq, 1)
except RuntimeError as e:
    print(e)
f = Future()
print(f.cancel(), f.cancelled(), f.done(), f.set_running_or_notify_cancel())
try:
    f.result()
except CancelledError as e:
    print(type(e).__name__)
f = Future()
f.set_result(5)
try:
    f.set_result(6)
except InvalidStateError as e:
    print(str(e).split(":")[0])
print(f.result(), f.cancel())
f = Future(); f.set_exception(KeyError("k"))
print(repr(f.exception()), repr(f).split(" at ")[0], repr(f).split(" state=")[1])
with ThreadPoolExecutor(1) as ex:
    a = ex.submit(time.sleep, 0.02)
    b = ex.submit(sq, 1)
    print(b.cancel(), b.cancelled())
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError as e:
        print(e)

