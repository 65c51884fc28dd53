"""inspect's kinds of members, class trees, sources, blocks and signatures."""
import enum
import functools
import inspect
import types


def attempt(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


# Predicates
for test in (inspect.ismodule, inspect.isclass, inspect.isfunction, inspect.ismethod, inspect.isbuiltin,
             inspect.ismemberdescriptor, inspect.isgetsetdescriptor, inspect.isgenerator, inspect.iscoroutine,
             inspect.isasyncgen, inspect.istraceback, inspect.isframe, inspect.iscode, inspect.ismethodwrapper):
    subjects = [inspect, int, attempt, 'x'.upper, len, [].__len__, int.real, attempt.__code__, inspect.currentframe()]
    print(test.__name__, test.__qualname__, inspect.signature(test), list(map(test, subjects)), attempt(test))


# Members
class Meta(type):
    hidden = 1

    def __getattr__(cls, name):
        if name == 'made':
            return 'made'
        raise AttributeError(name)

    def __dir__(cls):
        return [*super().__dir__(), 'made', 'invented']

    @property
    def shown(cls):
        return 5


class Base(metaclass=Meta):
    base = 3

    @property
    def prop(self):
        return 1

    @types.DynamicClassAttribute
    def dyn(self):
        return 2

    @staticmethod
    def st():
        pass

    @classmethod
    def cl(cls):
        pass

    def plain(self):
        pass


class Derived(Base):
    __slots__ = ('slot',)
    plain = Base.plain
    base = 4


def own(members):
    return [m for m in members if not m[0].startswith('__')]


print([(name, type(value).__name__) for name, value in own(inspect.getmembers(Derived))])
print([(name, type(value).__name__) for name, value in own(inspect.getmembers_static(Derived))])
print(own(inspect.getmembers(Derived(), lambda value: isinstance(value, int))))
for row in inspect.classify_class_attrs(Derived):
    if not row.name.startswith('__') or row.name in ('__dict__', '__module__', '__init__', '__new__', '__class__'):
        print(row.name, row.kind, row.defining_class, type(row.object).__name__)


class Colour(enum.Enum):
    RED = 1
    name2 = enum.property(lambda self: 'n')


print([row[:3] for row in inspect.classify_class_attrs(Colour) if row.name in ('RED', 'name', 'value', 'name2')])


# Trees of classes
class A: pass
class B(A): pass
class C(A, dict): pass
class D(B, C): pass


def show(tree, level=0):
    for item in tree:
        if isinstance(item, list):
            show(item, level + 1)
        else:
            print(' ' * level, item)


show(inspect.getclasstree([D, A, C, B, object]))
show(inspect.getclasstree([D, A, C, B, dict], unique=True))
print(inspect.walktree([B, A], {A: []}, None))

# Modules and sources
print(inspect.getmodule(attempt).__name__, inspect.getmodule(inspect) is inspect, inspect.getmodule(3),
      inspect.getmodule(inspect.currentframe()).__name__, inspect.getmodule(len).__name__)
print(inspect.getsource(A), inspect.getsourcelines(B), attempt(inspect.getsource, type('Made', (), {})))
print(attempt(inspect.getsource, 3), '|', attempt(inspect.findsource, compile('1', '<none>', 'eval')))
frame = inspect.getframeinfo(inspect.currentframe(), 3)
print(frame.lineno - frame.index > 0, frame.code_context, frame.index, frame.positions.lineno == frame.lineno)
print(inspect.getframeinfo(inspect.currentframe(), 0)[3:], len(inspect.getframeinfo(inspect.currentframe(), 5).code_context))


# Signatures
def f(a, b=2, /, c=3, *args, d, e: int = 5, **kw) -> str: pass
def g(x, y, z=1, *, k=2): pass


for part in (functools.partial(f, 1), functools.partial(f, 1, c=4), functools.partial(f, 1, 2, 3, 4, d=9, q=1),
             functools.partial(g, y=1), functools.partial(g, 1, k=3), functools.partial(functools.partial(g, 1), z=2)):
    print(attempt(inspect.signature, part))
print(attempt(inspect.signature, functools.partial(g, 1, 2, 3, 4)).split(' at ')[0])


class Method:
    part = functools.partialmethod(g, 5)

    def __call__(self, w, /, *v): pass


print(inspect.signature(Method.part), inspect.signature(Method().part), inspect.signature(Method()))


class Duck:
    """Looks like a function."""
    def __init__(self, f):
        self.__name__, self.__code__, self.__defaults__ = f.__name__, f.__code__, f.__defaults__
        self.__kwdefaults__, self.__annotations__ = f.__kwdefaults__, f.__annotations__

    def __call__(self): pass


print(inspect.signature(Duck(f)), inspect.signature(Duck(g)))
for code in (f, g, lambda: 0, lambda *a, **k: 0, lambda a, /, *, b: 0):
    print(inspect.signature(code), [str(p.kind) for p in inspect.signature(code).parameters.values()])
print(attempt(inspect.signature, 3), attempt(inspect.Signature.from_callable, 'x'))

flags = inspect.BufferFlags
print(list(flags), dict(flags.__members__), flags.__module__, flags.__qualname__, flags.__doc__, flags(0x11D), flags.FULL_RO | 1)

# Kinds, parameters and comparison
P = inspect.Parameter
for kind in (P.POSITIONAL_ONLY, P.POSITIONAL_OR_KEYWORD, P.VAR_POSITIONAL, P.KEYWORD_ONLY, P.VAR_KEYWORD):
    parameter = P('name', kind, annotation='int')
    print(repr(kind), kind, kind.description, int(kind), kind.value, kind.__doc__, repr(parameter))
    print(attempt(P, 'x', kind, default=1), attempt(P, '.0', kind), attempt(P, 'def', kind), attempt(P, '1', kind))
print(attempt(P, 'x', 7), attempt(P, P.empty, 0), attempt(P, 3, 1), P('a', 1) == P('a', 1), P('a', 1) == 'a', P('a', 1) != P('a', 0),
      hash(P('a', 1)) == hash(P('a', 1)), attempt(setattr, P('a', 1), 'name', 'b'), P('a', 1).replace(default=[], name='z'))


def h(a, *, x: int = 1, y='s'): pass
def i(a, *, y='s', x: int = 1): pass


print(inspect.signature(h) == inspect.signature(i), hash(inspect.signature(h)) == hash(inspect.signature(i)),
      inspect.signature(h) == inspect.signature(f), inspect.signature(h) == 3, inspect.signature(h).replace(parameters=[]),
      inspect.signature(h).format(max_width=5))
wrong = [P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)], [P('a', 2), P('b', 2)], [P('a', 1, default=1), P('b', 1)], [P('a', 1), P('a', 3)]
for parameters in wrong:
    print(attempt(inspect.Signature, parameters))


# Binding
SIGNATURES = ['a, b=2, /', 'a, b=2, /, **k', 'a, b', 'a, *b, c, d=4', 'a=1, *, b', '*a, **b', 'a, /, b, *, c, **k', '']
CALLS = [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((), {'a': 1}), ((1,), {'b': 2}), ((1,), {'a': 2}),
         ((1,), {'c': 3, 'z': 4}), ((), {'b': 2, 'a': 1, 'c': 3}), ((1, 2), {'c': 5})]
for text in SIGNATURES:
    made = eval(f'lambda {text}: 0')
    for args, kwargs in CALLS:
        for bind in (inspect.signature(made).bind, inspect.signature(made).bind_partial):
            bound = attempt(bind, *args, **kwargs)
            print(text, args, kwargs, bound, end=' ')
            if not isinstance(bound, str):
                print(bound.args, bound.kwargs, end=' ')
                bound.apply_defaults()
                print(bound.arguments, bound == bind(*args, **kwargs), bound == 1, end='')
            print()
        part = attempt(inspect.signature, functools.partial(made, *args, **kwargs))
        print(str(part).partition(' at 0x')[0])


# Annotations and comments
class Annotated[T]:
    a: 'T'
    b: int
    c: 'list[A]'


class Heir(Annotated): pass


# A comment

#
#   over
  # (further in)
# the function
#
def commented(x: 'A', y: 'missing' = 0) -> 'int': pass


@functools.wraps(commented)
def wrapped(*args): pass


print(inspect.get_annotations(Annotated), inspect.get_annotations(Annotated, eval_str=True), inspect.get_annotations(Heir))
print(attempt(inspect.get_annotations, commented, eval_str=True), inspect.get_annotations(commented, locals={'missing': 3}, eval_str=True),
      inspect.get_annotations(functools.partial(wrapped), eval_str=True), attempt(inspect.get_annotations, 3))
print(inspect.get_annotations(wrapped, globals={'A': 1, 'missing': 2, 'int': 3}, eval_str=True), inspect.get_annotations(int))
commented.__annotations__ = {}
print(inspect.get_annotations(commented), inspect.get_annotations(commented, eval_str=True))
print(repr(inspect.getcomments(commented)), inspect.getcomments(Heir), inspect.getcomments(3))
