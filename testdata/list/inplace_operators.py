class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
    def __iter__(self): return iter('xy')
    def __index__(self): return 2
class L(list): pass
class LA(list):
    def __add__(self, o): return 'add'
    def __mul__(self, o): return 'mul'
class LI(list):
    def __iadd__(self, o): return NotImplemented
for t in list, L, LA, LI, bytearray, tuple, str:
    for op in '+=', '*=', '+', '*':
        for v in R(), 2, (1,), [3], b'a', 'q':
            ns = {'x': t(), 'v': v}
            try:
                exec(f'x = x {op} v' if len(op) == 1 else f'x {op} v', ns); r = ns['x']
            except Exception as e: r = type(e).__name__, str(e)
            print(t.__name__, op, type(v).__name__, r, type(ns['x']).__name__)
