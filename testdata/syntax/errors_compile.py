sources = [
    "return 1", "yield 1", "break", "continue", "x = ", "1 = x", "f() = 1", "None = 1", "a + b = 1", "def f(a, a): pass", "def f(a=1, b): pass",
    "lambda x, x: 0", "f(a=1, 2)", "f(**k, *a)", "f(a=1, a=2)", "del f()", "del 1", "(a, b) += 1", "[x] += 1", "for 1 in x: pass", "with a as 1: pass",
    "import a.b as c.d", "from . import *\ndef f(): from x import *", "def f():\n from x import *", "await x", "async with a: pass", "def f(): await x", "def f(): async for x in y: pass",
    "[await x for x in y]", "class C: return 1", "if x", "if x = 1: pass", "print 'hello'", "exec 'x'", "'abc", "\"\"\"abc", "(1, 2", "[1, 2)", "}", "x = {1: 2", "a b", "1a", "0777", "0xg", "1__0", "1_",
    "'\\x1'", "b'é'", "'\\N{foo bar}'", "'\\u12'", "x = 5 +", "def f(:", "def f()", "class", "else: pass", "try: pass", "try: pass\nexcept: pass\nexcept A: pass",
    "try: pass\nexcept* A: pass\nexcept B: pass", "try:\n pass\nexcept* A:\n break", "try: pass\nexcept*: pass", "while 1: x = yield", "a := 1", "(a.b := 1)", "x = (y = 1)", "f(x for x in y, 1)", "*a", "*a = 1", "*a, *b = c", "print(*)",
    "from __future__ import nope", "x = 1\nfrom __future__ import annotations", "True = 1", "def True(): pass", "class None: pass", "import True", "x.None = 1", "lambda: (yield)", "async def f():\n yield 1\n return 2",
    "def f(*): pass", "def f(*, **k): pass", "def f(a, /, b, /): pass", "def f(/, a): pass", "def f(*a, *b): pass", "def f(**k, a): pass", "def f(a, *, a): pass", "not = 1", "x = not", "if True:\npass", "  x = 1", "if 1:\n  a\n b", "if 1:\n\ta\n        b",
    "match x:\n case a: pass\n case b: pass", "match x:\n case a | b: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case [a, a]: pass", "match x:\n case 1 + 1: pass", "global x, y; x: int",
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "compiles")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, (e.lineno, e.offset))

