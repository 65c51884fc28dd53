# The functions of itertools with every pair of some arguments.
import itertools as it
def a(l,f):
    try: print(l, repr(f()))
    except Exception as e: print(l, type(e).__name__,e)
vals=[None, 0, -1, 2, 1.5, 'ab', [1, 2], True, 10**20]
fs=['combinations','permutations','product','combinations_with_replacement','chain','islice','count','cycle','repeat','takewhile','dropwhile','filterfalse','starmap','accumulate','groupby','zip_longest','compress','pairwise','batched','tee']
for f in fs:
    F=getattr(it,f)
    for x in vals:
        a(f'{f}({x!r:.20})',lambda: list(it.islice(F(x),4)) )
        a(f'{f}(r={x!r:.20})',lambda: list(it.islice(F([1,2],r=x),4)) )
        for y in vals:
            a(f'{f}({x!r:.20},{y!r:.20})',lambda: list(it.islice(F(x,y),4)))
