# Records for each prefix of each program below what codeop makes of it: C complete, I incomplete, E error.
#
#     python3.13 commands.py > commands.jsonl
import codeop, json, warnings

PROGRAMS = [
"x = 1\n",
"print('hello', \"world\")\n",
"if x:\n    y = 2\nelse:\n    y = 3\n\n",
"if a: b\nelif c: d\nelse: e\n\n",
"def greet(name, *, loud=False):\n    text = f'hello {name!r:>{width}}'\n    return text.upper() if loud else text\n\n",
"async def main():\n    async with lock as l:\n        await work(l)\n    async for x in stream():\n        yield x\n\n",
"class Point(Base, metaclass=Meta):\n    '''A point.'''\n\n    x: int = 0\n\n    def norm(self):\n        return (self.x ** 2 +\n                self.y ** 2) ** .5\n\n",
"try:\n    risky()\nexcept (ValueError, TypeError) as e:\n    print(e)\nelse:\n    pass\nfinally:\n    done()\n\n",
"try:\n    risky()\nexcept* OSError:\n    pass\n\n",
"for i in range(10):\n    if i % 2: continue\n    print(i)\nelse:\n    print('end')\n\n",
"while True:\n    break\n\n",
"with open('f') as f, open('g') as g:\n    pass\n\n",
"with (open('f') as f,\n      open('g') as g):\n    pass\n\n",
"match command.split():\n    case [\"go\", direction] if ok:\n        pass\n    case {'a': 1, **rest} | Point(x=0):\n        pass\n    case _:\n        pass\n\n",
"@decorator\n@other(1, 2)\ndef f(): pass\n\n",
"@deco\nclass C:\n    @property\n    def p(self): return 1\n\n",
"data = {\n    'a': [1, 2, 3],\n    'b': (4,\n          5),\n}\n",
"s = '''one\ntwo\n'''\n",
"s = f'''one {a +\nb} two'''\n",
"total = 1 + \\\n    2 + \\\n    3\n",
"# a comment\n",
"\n\n  # indented comment\n\n",
"x = 1; y = 2; print(x, y);\n",
"lambda x, *a, k=1, **kw: (x, a)\n",
"[y for x in z if x async for y in x]\n",
"assert x, 'message'\n",
"from a.b import (c as d,\n    e)\n",
"import os, sys as system\n",
"raise ValueError('x') from None\n",
"del a, b[0], c.d\n",
"global g\n",
"type Alias[T: int, *Ts, **P] = dict[T, tuple[*Ts]]\n",
"def generic[T](x: T) -> T:\n    return x\n\n",
"r'\\d' b'\\x00' rb'a'\n",
"0x1F + 0o17 + 0b11 + 1_000.5e-3 + 2j\n",
"print(f\"{x!s:{w}.{p}} {{}} {y=}\")\n",
"a = b = yield_ = not c or d and e is not f not in g\n",
"if (n := len(a)) > 10: print(n)\n",
"def f():\n\n    # comment\n\n    x = 1\n\n    return x\n\n",
"if 1:\n  if 2:\n    x\n  y\nz\n",
"x = (1,\n\n2)\n",
"x = 'unterminated\n",
"def f(:\n",
"if x\n",
"  x = 1\n",
"1 +* 2\n",
"(]\n",
"a b c\n",
"return 1\n",
"await x\n",
"é = 'naïve ☃'\n",
"x = $\n",
"for\n",
"else:\n",
"a = 1\nb = 2\n",
"if a:\n    b\nc\n",
"class A:\n    def f(self):\n        pass\n    x\n\ny\n",
"print 'x'\n",
"try:\n  x\nexcept:\n  y\n\n",
"'\\N{BULLET}'\n",
]

def state(src, symbol):
    try:
        return 'I' if codeop.compile_command(src, symbol=symbol) is None else 'C'
    except (SyntaxError, ValueError, OverflowError):
        return 'E'

warnings.simplefilter('ignore')
for symbol in 'single', 'exec', 'eval':
    for p in PROGRAMS:
        if symbol != 'single' and len(p) > 80:
            continue
        print(json.dumps({'symbol': symbol, 'src': p, 'states': ''.join(state(p[:i], symbol) for i in range(len(p) + 1))}))
