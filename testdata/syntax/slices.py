s = "0123456789"
print(s[2:5], s[:3], s[7:], s[-3:], s[:-3], s[::2], s[1::3], s[::-1], s[8:2:-2], s[100:], s[-100:2], s[5:2])
l = list(range(10))
l[2:4] = []
print(l)
l[1:1] = ["a", "b"]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
l[-2:] = "xyz"
print(l)
l[:] = [3, 1, 2]
print(l, l[slice(None, None, -1)])
class Probe:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
p = Probe()
print(p[1], p[1:2], p[::], p[1:2:3, ...], p[:, 1], p[()], p["a":"b"], p[*[1, 2]])
p[1:] = 5
p[..., 2] += (1,) if False else (3,)if False else 0 or () or (1,)
del p[::2]
print(slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
for e in ("l[::2] = [1]", "l['a']", "l[1.0]", "s[None]", "l[1:'x']", "l[::0]", "s[10]", "l[5] = 1", "s[0] = 'x'", "(1,2)[2]", "l[1:2] = 5", "s['a']", "slice(1,2,0).indices(3)", "slice()", "l[None:1.5]", "b'abc'[5]", "del l[7]", "range(3)[3]"):
    try:
        exec(e)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(slice(1, 2) == slice(1, 2), slice(3), slice(1, 2, 3), hash(slice(1, 2)) == hash(slice(1, 2)))
print((1, 2, 3, 4)[-3:-1], b"hello"[1:4], range(10)[2:8:3], bytearray(b"abc")[::-1])

