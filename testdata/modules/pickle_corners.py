# Pickles: functions that are C in CPython, names of Python 2 in old protocols, dotted names, broken data.
import functools
import io
import pickle
import pickletools


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class Codec:
    dump = pickle.dumps
    load = pickle.loads


c = Codec()
print(c.load(c.dump([1, 2])), pickle.dumps, pickle.loads.__module__, pickle.loads(pickle.dumps(pickle.loads)) is pickle.loads)
t(pickle.dumps)
t(pickle.dumps, 1, 2, 3)
t(pickle.dumps, 1, spam=2)
t(pickle.dumps, obj=1, protocol=0)
t(pickle.loads)
t(pickle.loads, data=b'')
t(pickle.load)
t(pickle.dump, 1)
t(pickle.dump, 1, 2)
t(pickle.load, 3)
print("- broken")
for data in (b'', b'N', b'N(.', b'.', b'(2', b'R', b')R', b'(Nd', b'}(Nu', b'a', b'Na', b'\x85', b'N\x87', b'e', b'h\x05.', b'B', b'I', b'\x80\x09',
             b'S"x\n.', b'\x82\x00.', b'\x82\x01.', b'\x84\xff\xff\xff\xff.', b'\xff', b'zz', b'P1\n.', b'cnowhere\nx\n.', 'N.',
             b'X\x05\x00\x00\x00ab', b'J\x01', b'G\x00'):
    print(data, end=' ')
    t(pickle.loads, data)
print("- names")


class Outer:
    class Inner:
        value = 1

        def method(self):
            return self.value


print(pickle.loads(pickle.dumps(Outer.Inner.method, 1)) is Outer.Inner.method)
for proto in range(5):
    data = pickle.dumps(Outer.Inner, proto)
    print(proto, data, pickle.loads(data) is Outer.Inner)
for x in (range(3), ModuleNotFoundError, FileNotFoundError, KeyError, StopAsyncIteration, functools.reduce, map, bytearray.maketrans, str.maketrans,
          dict.fromkeys, "abc".index):
    data = pickle.dumps(x, 2)
    print(data, pickle.loads(data) == x)
print("- reducers")


class NoReduce:
    __reduce_ex__ = None


class NoState:
    __setstate__ = None

    def __init__(self):
        self.x = 1


t(pickle.dumps, NoReduce())
t(pickle.loads, pickle.dumps(NoState()))


class P(pickle.Pickler):
    def reducer_override(self, obj):
        if obj is Ellipsis:
            return 5
        return NotImplemented


class Q(pickle.Pickler):
    dispatch_table = {complex: None}


t(P(io.BytesIO()).dump, [1, {'a': (2, b'c')}])
t(Q(io.BytesIO()).dump, 1j)

t(pickle.dumps, (i for i in ()))
t(pickle.dumps, io)
