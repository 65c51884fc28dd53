"""What is printed of exceptions whose details are odd: notes, SyntaxErrors made by hand, str() that fails."""
import sys
import traceback

sys.stderr = sys.stdout

CASES = [
    r'''class N:
    def __repr__(self): raise ValueError('no')
    def __str__(self): return 'strN'
e = ValueError('x')
e.__notes__ = [1, None, N(), 'a\nb', '', b'q']
raise e''',
    r'''e = ValueError('x')
e.__notes__ = 'just a string'
raise e''',
    r'''e = ValueError('x')
e.__notes__ = 5
raise e''',
    r'''e = ValueError('x')
e.__notes__ = ('t1', 't2')
raise e''',
    r'''e = ValueError('x')
e.__notes__ = None
raise e''',
    r'''class B:
    def __repr__(self): raise ValueError('no')
e = ValueError('x')
e.__notes__ = B()
raise e''',
    r'''class B:
    def __str__(self): raise ValueError('no')
e = ValueError('x')
e.__notes__ = [B(), 'ok']
raise e''',
    r'''class E(Exception):
    def __str__(self): raise ValueError
raise E''',
    r'''class E(Exception):
    def __str__(self): return 3
raise E''',
    r'''class E(Exception):
    def __str__(self): return ''
raise E(1)''',
    r'''class E(Exception):
    def __str__(self): return 'a\nb\n'
raise E(1)''',
    r'''class E(Exception):
    def __repr__(self): raise KeyError
raise ExceptionGroup('g', [E(1), ValueError(E(2))])''',
    r'''raise SyntaxError''',
    r'''raise SyntaxError('msg')''',
    r'''raise SyntaxError('msg', ('f.py', 3, 4, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', 3, 4, 'some text', 3, 7))''',
    r'''raise SyntaxError('msg', ('f.py', 3, 4, 'some text\nmore', 4, 7))''',
    r'''raise SyntaxError('msg', ('f.py', 3, 400, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', 3, 0, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', 3, -1, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', None, 4, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', 'x', 4, 'some text'))''',
    r'''raise SyntaxError('msg', ('f.py', 3, 4, None))''',
    r'''raise SyntaxError('msg', (None, 3, 4, 'txt'))''',
    r'''raise SyntaxError('msg', (5, 3, 4, 'txt'))''',
    r'''raise SyntaxError('msg', (b'bytes', 3, 4, 'txt'))''',
    r'''raise SyntaxError('msg', ('f', 3, 2, '   indented text  ', 3, 9))''',
    r'''raise SyntaxError('msg', ('f', 3, 6, '\tindented\ttext  ', 3, 12))''',
    r'''raise SyntaxError('msg', ('f', 3, 3, '日本語テキスト', 3, 5))''',
    r'''raise SyntaxError(5, ('f', 3, 3, 'abc', 3, 5))''',
    r'''raise SyntaxError(None, ('f', 3, 3, 'abc', 3, 5))''',
    r'''e = SyntaxError('m'); e.lineno = 5
raise e''',
    r'''e = SyntaxError('m'); e.filename='zz'
raise e''',
    r'''e = SyntaxError('m'); e.filename='zz'; e.lineno=2; e.text='foo bar'
raise e''',
    r'''e = SyntaxError('m'); e.filename='zz'; e.lineno=2; e.text='foo bar'; e.offset=5
raise e''',
    r'''e = SyntaxError('m', ('f',1,2,'abc')); e.end_lineno=1; e.end_offset=1
raise e''',
    r'''e = SyntaxError('m', ('f',1,2,'abc')); e.print_file_and_line = None; e.msg='changed'
raise e''',
    r'''e = SyntaxError('m', ('f',1,2,'abc')); e.msg=None
raise e''',
    r'''e = IndentationError('m', ('f',1,2,'   abc')); e.offset=None
raise e''',
    r'''raise TabError('t', ('f', 1, 2, 'abc\n', 1, 2))''',
    r'''class S(SyntaxError):
    def __str__(self): return 'own'
raise S('m', ('f',1,2,'abc'))''',
    r'''e = SyntaxError('m', ('f',1,2,'abc')); e.add_note('note'); 
raise e from KeyError(1)''',
    r'''raise ExceptionGroup('g', [SyntaxError('m', ('f',1,2,'abc')), ValueError()])''',
    r'''raise SyntaxError('msg', ('f', 3, 3, 'abc', 3))''',
    r'''raise SyntaxError('msg', ('f', 3, 3))''',
    r'''raise SyntaxError('msg', 5)''',
    r'''raise SyntaxError('msg', ('f', 2**70, 3, 'abc'))''',
    r'''raise SyntaxError('msg', ('f', 3, 2**70, 'abc'))''',
    r'''class MyErr(Exception):
    __module__ = 5
raise MyErr('x')''',
    r'''class Outer:
    class MyErr(Exception): pass
def f():
    class Loc(Outer.MyErr): pass
    raise Loc('x')
f()''',
    r'''class MyErr(Exception):
    __qualname__ = 'a\nb'
raise MyErr('x')''',
    r'''raise ExceptionGroup('a\nb', [ValueError('c\nd')])''',
    r'''def f(n):
    if n == 0: raise ValueError('deep')
    try: f(n-1)
    except ValueError as e: raise ExceptionGroup(f'g{n}', [e, KeyError(n)]) from e
f(3)''',
    r'''eg = ExceptionGroup('many', [ValueError(i) for i in range(20)])
raise eg''',
    r'''e = ValueError('leaf')
for i in range(15): e = ExceptionGroup(f'l{i}', [inner])
raise e''',
    r'''e = ValueError('shared')
raise ExceptionGroup('g', [e, e, ExceptionGroup('h', [e])])''',
    r'''try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError: 1/0
except* TypeError: raise''',
    r'''g = ExceptionGroup('g', [ValueError(1)]); g.add_note('n1\nn2'); g.exceptions[0].add_note('inner')
raise g''',
    r'''class A:
    def __dir__(self): return ['foa', 5, None]
A().foo''',
    r'''class P: __match_args__ = ('x', 5)
match P():
    case P(1, 2): pass''',
    r'''import sys
import traceback
sys.exi''',
    r'''class A:
    def __getattr__(self, n): raise AttributeError(n)
A().foo''',
    r'''class A:
    foo = 1
    def __dir__(self): raise ValueError
A().fooo''',
]


def run(i, source):
    print('==', i)
    try:
        exec(compile(source, f'<case {i}>', 'exec'), {'__name__': '__main__'})
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next
        sys.excepthook(type(e), e, e.__traceback__)


for i, source in enumerate(CASES):
    run(i, source)


def fail():
    1 / 0


def show(e):
    for line in traceback.format_exception(e):
        print(line.replace(__file__, 'here'), end='')
    if sys.tracebacklimit <= 0:
        sys.excepthook(type(e), e, e.__traceback__)


for limit in (0, -1, 1, 2):
    sys.tracebacklimit = limit
    try:
        fail()
    except ZeroDivisionError as e:
        inner = e
        show(e)
    try:
        raise ExceptionGroup('limited', [inner])
    except ExceptionGroup as e:
        show(e)
sys.tracebacklimit = 1000
for i, name in enumerate(['e', 'tree', 's', 'ss', 're', 'jso']):
    run(f'name {name}', name)
