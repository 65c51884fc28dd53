"""Subscripts, slices and loops over ranges in their short forms: same results and errors as in the general ones."""

import traceback


class Index:
    def __init__(self, i):
        self.i = i

    def __repr__(self):
        return "Index(%r)" % self.i

    def __index__(self):
        seq = [1, 2, 3][0:2]
        return self.i + len(seq) - 2


class Keeps(list):
    def __getitem__(self, key):
        self.last = key
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        self.last = key
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.last = key
        super().__delitem__(key)


class Echo:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        tb = traceback.extract_tb(e.__traceback__)[-1]
        print(f.__name__, type(e).__name__, e, "|", tb.line, tb.colno, tb.end_colno)


def get(seq, key):
    return seq[key]


def get_plus(seq, key):
    return seq[key + 1]


def put(seq, key, value):
    seq[key] = value
    return seq


def cut(seq, a, b, c):
    return seq[a:b:c]


def fill(seq, a, b, value):
    seq[a:b] = value
    return seq


def fill_step(seq, a, b, c, value):
    seq[a:b:c] = value
    return seq


def drop(seq, a, b, c):
    del seq[a:b:c]
    return seq


def truthy(seq, key):
    if seq[key]:
        return "yes"
    return "no"


def unbound_container(flag):
    if flag:
        seq = [1]
    return seq[0]


def unbound_key(flag):
    seq = [1, 2]
    if flag:
        key = 1
    return seq[key]


def unbound_store(flag):
    if flag:
        seq = [1]
    seq[0] = len("abc")


def rebind(seq):
    return seq[(seq := [5, 6, 7])[0] - 5], seq


def slices():
    data = list(range(10))
    for seq in (data, tuple(data), "0123456789", b"0123456789", bytearray(b"0123456789"), "äöü€x", range(10), memoryview(b"0123456789").tobytes()):
        print([cut(seq, *abc) for abc in [(None, None, None), (2, 7, None), (-3, None, None), (None, None, -1), (8, 1, -3), (5, 2, None),
                                           (True, 4, 2), (Index(1), Index(3), None), (10 ** 30, None, -1), (-10 ** 30, 3, None)]])
        attempt(cut, seq, 1, 2, 0)
        attempt(cut, seq, "a", 2, None)
        attempt(cut, seq, 1.0, 2, None)
    print(cut(Echo(), 1, None, "z"))
    k = Keeps([1, 2, 3, 4])
    print(k[1:3], k.last)
    k[0:2] = [9]
    kept = k.last
    print(k[0:1], k, kept, k.last)
    e = [Echo()[i:i + 1] for i in range(3)]
    print(e)
    e = Echo()
    e[1:2] = [3]
    del e[4:]


def stores():
    print(fill([1, 2, 3], 0, 2, [7, 8, 9]), fill([1, 2, 3], 1, None, ()), fill([1, 2, 3], None, None, (x for x in [4, 5][0:1])))
    seq = [1, 2, 3, 4]
    seq[1:3] = seq
    print(seq)
    seq[::-1] = seq
    print(seq, fill_step([0] * 6, None, None, 2, [1, 2, 3]))
    attempt(fill_step, [0] * 6, None, None, 2, [1, 2])
    attempt(fill_step, [0] * 6, None, None, 0, [1, 2])
    attempt(fill, [1], 0, 1, 5)
    attempt(fill, (1,), 0, 1, [5])
    attempt(fill, "abc", 0, 1, [5])
    attempt(fill, bytearray(b"abc"), 0, 1, [5])
    attempt(fill, bytearray(b"abc"), 0, 1, [500])
    print(drop([1, 2, 3, 4, 5], None, None, 2), drop(bytearray(b"abcdef"), 1, 3, None), drop([1, 2, 3], 5, 9, None))
    attempt(drop, (1, 2), 0, 1, None)
    attempt(put, [1, 2, 3], -1, "x")
    attempt(put, [1, 2, 3], 3, "x")
    attempt(put, [1, 2, 3], -4, "x")
    attempt(put, [1, 2, 3], True, "x")
    attempt(put, {}, 3, "x")
    attempt(put, (1, 2), 0, "x")
    attempt(put, [1, 2, 3], slice(0, 2), "xyz")
    attempt(put, [1, 2, 3], "k", "x")


def items():
    for seq in ([1, 0, 3], (1, 0, 3), {0: "zero", 1: "", -1: 2}, "a0c", {True: False}, Keeps([0, 1])):
        for key in (0, 1, -1, True, 3, -4, Index(1), "k", 10 ** 20):
            attempt(get, seq, key)
            attempt(truthy, seq, key)
        attempt(get_plus, seq, 0)
    attempt(get, None, 1)
    attempt(get, 5, 1)
    for f in (unbound_container, unbound_key, unbound_store):
        attempt(f, False)
        attempt(f, True)
    print(rebind([1, 2]))


def loop(*args):
    out = []
    for i in range(*args):
        out.append(i)
    return out


def loop1(n):
    out = []
    for i in range(n):
        if i == 7:
            break
        out.append(i)
    else:
        out.append("else")
    return out


def loop2(a, b):
    last = None
    count = 0
    for i in range(a, b):
        last = i
        count += 1
    return last, count


def loop3(a, b, c):
    out = []
    for out[len(out):] in [[i] for i in range(a, b, c)]:
        pass
    for i in range(a, b, c):
        out.append(i)
    return out


def shadowed(range):
    return [i for i in range(3)], loop_over(range)


def loop_over(range):
    out = []
    for i in range(1, 2):
        out.append(i)
    return out


def loops():
    attempt(loop1, 3)
    attempt(loop1, 10)
    attempt(loop1, 0)
    attempt(loop1, -1)
    attempt(loop1, True)
    attempt(loop1, Index(2))
    attempt(loop1, 2.0)
    attempt(loop1, "3")
    attempt(loop2, 3, 6)
    attempt(loop2, 6, 3)
    attempt(loop2, 2 ** 63 - 2, 2 ** 63 - 1)
    attempt(loop2, 2 ** 63 - 2, 2 ** 63 + 1)
    attempt(loop2, -2 ** 63, -2 ** 63 + 2)
    attempt(loop3, 10, 0, -3)
    attempt(loop3, 0, 10, 4)
    attempt(loop3, 0, 10, 0)
    attempt(loop3, 2 ** 63 - 5, 2 ** 63 - 1, 3)
    attempt(loop, 3)
    attempt(loop)
    attempt(loop, 1, 2, 3, 4)
    attempt(shadowed, lambda *a: a)
    global range
    real, range = range, lambda *a: ["mine", a]
    attempt(loop1, 3)
    attempt(loop2, 1, 2)
    del range
    attempt(loop1, 3)


slices()
stores()
items()
loops()
for n in range(2):
    print(n)
