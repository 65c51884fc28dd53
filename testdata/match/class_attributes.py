"""The attributes that a class pattern reads: in order, each once, all of them before any is matched."""


class Point:
    __match_args__ = ('x', 'y')

    def __getattr__(self, name):
        print('get', name)
        if name in 'xyz':
            return name
        raise AttributeError(name)


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def first_fails(p):
    match p:
        case Point('no', 'y', z='z'):
            return 1
        case Point(x, y, z='z', w=_):
            return 2
        case Point(x, z=z, y=y):
            return x, y, z
    return None


show(first_fails, Point())


class Odd:
    __match_args__ = ('x', 5)


def odd(p):
    match p:
        case Odd(a, b):
            return a, b
    return 'none'


show(odd, Odd())
o = Odd()
o.x = 1
show(odd, o)


class Twice:
    __match_args__ = ('x', 'x')
    x = 1


def twice(p):
    match p:
        case Twice(a, b):
            return a, b


def both(p):
    match p:
        case Point(1, x=2):
            return 1


show(twice, Twice())
show(both, Point())
