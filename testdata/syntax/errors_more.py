sources = [
    "x = [1, 2 3]", "f(1 2)", "{1 2}", "{'a' 1}", "{'a': }", "{'a': 1, 'b'}", "{'a': *b}", "{**a, *b}", "x = {1:2, 3}", "print(1", "print 1", "import", "from x import", "from x import (a, b", "from x import a,", "import a,",
    "for x in y", "for x y: pass", "while", "while 1 pass", "with", "with a as b pass", "def", "def f", "class C", "class C(: pass", "lambda", "x if y", "x if y else", "[x for]", "[x for x]", "[x for x in]", "[for x in y]", "(x for x in y z)",
    "@", "@x", "@x\n1", "raise x from", "assert", "assert x,", "del", "global", "nonlocal", "return = 1", "x == 1 = 2", "x < y := 2", "x.y: int: 3", "x[1: int", "1: int = 3", "(x, y): int", "[x]: int = 1", "x = yield = 1", "a, b: int",
    "\\", "\\ x", "x = $", "x = ?", "x = 1 !", "x = a!b", "é = 1; print(é)", "x = “a”", "x\u00a0= 1", "f'{a b}'", "f'{'", "f'{a!}'", "f'{a:{b}'", "f'{*a}'", "f'{lambda x: 1}'", "f'{a=!r:>{w}} {'", "f\"{a['b']\"", "f'{a!x}'", "f'{ }'", "f'}'",
    "async x", "async def f", "async def f(): [x async for]", "async for x in y: pass", "x = async", "await = 1", "def f(): yield from", "def f(): x = yield from", "async def f(): yield from x", "type X", "type X = ", "type X[T = 1", "def f[T](): pass", "def f[T, T](): pass", "class C[]: pass", "def f[T: yield](): pass",
    "try:\n pass\nfinally", "try:\n pass\nx = 1", "except: pass", "finally: pass", "elif x: pass", "case x: pass", "match x:\npass", "match x:\n pass", "match x:\n case: pass", "match x:\n case 1: pass\n  case 2: pass",
    "0b12", "0o8", "0b", "0x", "1e", "1.e+", "1.2.3", "123abc", "0_", "1if 2else 3", "5_000_", "09", "0b1_", "1ee", "0xfor x", "10l",
    "((((", "(]", "x = (1,\n2", "def f(\n a,\n b\n", "'''abc\ndef", "f'''{", "'a\nb'", "x = 'a\\", "if 1:", "if 1:\n", "for x in y:\n# c\n", "class A:\n def f(self):\nx", "def f(x):\nreturn x", "x = 1\n  y = 2", "if x:\n  a\n c\n", "a = 1;;b", ";", "a;b;", "pass pass",
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "compiles")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))

