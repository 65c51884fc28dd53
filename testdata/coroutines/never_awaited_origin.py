# Where a coroutine that was never awaited was made.
import sys
import warnings
async def c(): pass
def a1(): return c()
def a2(): return a1()
for d in (0,1,2):
    sys.set_coroutine_origin_tracking_depth(d)
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        a2()
    print(d, str(w[0].message).replace(__file__, 'FILE'))
x = a2()
print([o[1:] for o in x.cr_origin])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    x.cr_frame.clear()
print(len(w))
x.close()
