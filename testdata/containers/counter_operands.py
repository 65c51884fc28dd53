# Operators of Counter with counts of all kinds.
from collections import Counter
odd = [Counter(), Counter(a=2, b=-1), Counter({'a': 'x'}), Counter({'b': 1.5, 'c': 0}), Counter({'a': None}), Counter({'c': True}), Counter({'d': []}), Counter({'e': -2, 'a': 5})]
for i, x in enumerate(odd):
    for op in ('+c', '-c', 'c.total()', 'c.most_common(2)', 'sorted(c.elements())'):
        try: print(i, op, eval(op, {'c': x}))
        except Exception as e: print(i, op, type(e).__name__, e)
    for j, y in enumerate(odd):
        for op in ('+', '-', '|', '&', '<', '<=', '=='):
            try: print(i, j, op, eval(f'x {op} y'))
            except Exception as e: print(i, j, op, type(e).__name__, e)
        for op in ('+=', '-=', '|=', '&='):
            z = x.copy()
            try: exec(f'z {op} y'); print(i, j, op, z)
            except Exception as e: print(i, j, op, type(e).__name__, e)
