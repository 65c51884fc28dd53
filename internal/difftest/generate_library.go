// This file generates programs that use what most programs import: data classes, enumerations, context managers,
// iterators, caches, containers, and descriptors and closures of their own.

package difftest

// librarySnippets are pieces of code that show what they do. Each runs by itself; placeholders are as in templates.go,
// $name is an identifier, $body an expression of x.
var librarySnippets = []string{
	// Closures and scopes.
	"def make(n):\n    def add(k=$int):\n        nonlocal n\n        n = n $op k\n        return n\n    return add\na = make($int)\nshow(a(), a($int), a(k=$any))",
	"fs = [lambda y, i=i: $body for i in $range]\nshow([f($int) for f in fs])",
	"fs = [lambda: i for i in $list]\nshow([f() for f in fs])",
	"def f(a, b=$any, /, c=$int, *d, e=$str, **g): return a, b, c, d, e, g\nshow(f($any), f($int, $int, $int, $int), f(1, c=$any, e=2, z=$any))\nf($thing, **$dict)",
	"def f(*a, k=1): return a, k\nshow(f(*$any), f(*$list, *$tuple, k=$any))\nshow(f(**$dict))",
	"x = $int\ndef outer():\n    x = $int\n    class C:\n        y = x\n        x = $int\n        z = [x for _ in range(2)]\n    return C.y, C.x, C.z\nshow(outer(), x)",
	"show([(x, y) for x in $range if x $op $int for y in $list], {x: y for x, y in zip($list, $tuple)})",
	"show((y := $int) + y, [last := x for x in $list], last)",
	"global counter\ncounter = $int\ndef bump():\n    global counter\n    counter += $any\nbump(); show(counter)",
	"def rec(n, acc=()):\n    return acc if n <= 0 else rec(n - $small, acc + (n,)) if len(acc) < 5 else len(acc)\nshow(rec($small), rec($int))",
	// Descriptors, properties, attribute hooks.
	"class P:\n    def __init__(self, v): self._v = v\n    @property\n    def v(self): return self._v $op $int\n    @v.setter\n    def v(self, x): self._v = x * 2\n    @v.deleter\n    def v(self): del self._v\np = P($int); show(p.v); p.v = $any; show(p.v); del p.v; show(p.v)",
	"class D:\n    def __set_name__(self, o, n): self.n = '_' + n\n    def __get__(self, o, t): return self if o is None else getattr(o, self.n, $any)\n    def __set__(self, o, v):\n        if not isinstance(v, $type): raise TypeError(f'{self.n} got {v!r}')\n        setattr(o, self.n, v)\nclass C: a = D(); b = D()\nc = C(); show(c.a); c.a = $any; show(c.a, vars(c)); c.b = $int; show(c.b)",
	"class G:\n    def __getattr__(self, n): return (n, $any) if n != $str else super().__getattribute__(n)\ng = G(); show(g.abc, hasattr(g, 'x'), getattr(g, $str, 1)); g.abc = $int; show(g.abc)",
	"class S:\n    __slots__ = ('a', 'b')\n    def __init__(self, *v):\n        for n, x in zip(self.__slots__, v): setattr(self, n, x)\ns = S($int); show(s.a); s.b = $any; show(s.b); del s.a; s.c = 1",
	"class M(type):\n    def __call__(cls, *a): show('call', cls.__name__, a); return super().__call__(*a)\n    def __len__(cls): return $small\nclass C(metaclass=M):\n    def __init__(self, *a): self.a = a\nshow(C($any).a, len(C))",
	"class V:\n    def __init__(self, *v): self.v = v\n    def __add__(self, o): return V(*(a $op b for a, b in zip(self.v, o.v)))\n    def __eq__(self, o): return isinstance(o, V) and self.v == o.v\n    def __repr__(self): return f'V{self.v}'\nshow(V($int, 2) + V($int, $any), V(1) == V($int), V($any) != V(1), V(1) == 1)\nhash(V())",
	"class A:\n    def f(self): return ['A']\nclass B(A):\n    def f(self): return ['B'] + super().f()\nclass C(A):\n    def f(self): return ['C'] + super().f()\nclass D(B, C):\n    def f(self): return ['D'] + super().f()\nshow(D().f(), [k.__name__ for k in D.__mro__]); super(C, D()).g()",
	// dataclasses, enum, typing.
	"from dataclasses import dataclass, field, replace, asdict, astuple, fields\n@dataclass$dcargs\nclass P:\n    x: int\n    y: int = $int\n    z: list = field(default_factory=list, compare=$bool, repr=$bool)\np = P($any); show(p, p == P($int), asdict(p), astuple(p), [f.name for f in fields(p)], replace(p, x=$int))\nshow(P(1) < P(2)); show(hash(p)); p.y = $any; show(p)",
	"from dataclasses import dataclass, field, KW_ONLY\n@dataclass\nclass A:\n    a: int\n    _: KW_ONLY\n    b: str = $str\n    def __post_init__(self): self.c = (self.a, self.b)\n@dataclass$dcargs\nclass B(A):\n    d: int = field(default=$int, kw_only=$bool, init=$bool)\nb = B($any, b=$any); show(b, b.c); B($int, $int, $int)",
	"from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto\nclass C($enum):\n    A = $enumval\n    B = $enumval\n    X = auto()\nshow(list(C), C.A, C['B'], C(C.A.value), C.A.name, C.X.value, len(C), C.A in C, repr(C.X), f'{C.A}'); show(C.A == C.A.value, C.A is C.B); C($any)",
	"from enum import Flag, auto\nclass F(Flag):\n    R = auto(); W = auto(); X = auto(); RW = R | W\nf = F.R | F($small)\nshow(f, f & F.W, ~f, F.RW, list(F.RW), bool(f & F.X), F.R in F.RW, f ^ F.X, F(0), F(5)); F($int)",
	"from collections import namedtuple\nN = namedtuple('N', 'a b c', defaults=[$any])\nn = N($int, $any); show(n, n.a, n._asdict(), n._replace(c=$any), n[$index], n == ($int, 2, 3), n + (1,)); a, b, c = n; show(a, N._fields, N._field_defaults); n.a = 1",
	"from typing import NamedTuple\nclass T(NamedTuple):\n    a: int\n    b: str = $str\nshow(T($any), T(1, b=$any), T(2) < T($int), T(1)[$index]); T()",
	// functools, itertools, collections, contextlib.
	"import functools\ncalls = []\n@functools.lru_cache(maxsize=$small)\ndef f(x, y=1): calls.append(x); return x $op y\nfor k in $list: show(f(k))\nshow(f.cache_info(), calls)",
	"import functools\n@functools.singledispatch\ndef f(x): return 'other'\n@f.register\ndef _(x: int): return 'int'\n@f.register(list)\ndef _(x): return 'list'\nshow(f($any), f($int), f($list), f(True))",
	"import functools\nshow(functools.reduce(lambda a, b: a $op b, $list), functools.reduce(lambda a, b: (a, b), $any, $any), sorted($list, key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))",
	"import functools\n@functools.total_ordering\nclass O:\n    def __init__(self, v): self.v = v\n    def __lt__(self, o): return self.v < o.v\n    def __eq__(self, o): return self.v == o.v\nshow(O($int) <= O($int), O($int) > O($any), O(1) >= O(1))",
	"import functools\np = functools.partial(lambda *a, **k: (a, k), $any, k=$any)\nshow(p(), p($int, k=2), p(z=$any), p.args, p.keywords)",
	"import itertools as it\nshow(list(it.chain($any, $list)), list(it.islice($any, $small)), list(it.islice(it.count($int, $small), 3)), list(it.takewhile(lambda x: x $op $int, $list)))",
	"import itertools as it\nshow([(k, list(g)) for k, g in it.groupby($any, key=$key)], list(it.zip_longest($list, $any, fillvalue=$any)), list(it.product($tuple, repeat=2))[:5])",
	"import itertools as it\nshow(list(it.accumulate($any, lambda a, b: a $op b)), list(it.starmap($key, zip($list))), list(it.combinations($any, 2))[:4], list(it.permutations($any, $small))[:3], list(it.pairwise($any)), list(it.batched($any, $small)))",
	"from collections import Counter\nc = Counter($any); show(c.most_common($small), c[$any], sum(c.values())); c.update($any); show(c.most_common(1), c + Counter($list), c - Counter($str), +c, c & Counter($tuple)); c.subtract($any); show(sorted(c.values()))",
	"from collections import defaultdict, OrderedDict, ChainMap, deque\nd = defaultdict($factory, $dict); show(d[$any], d); d[$any].append($any); show(d)",
	"from collections import OrderedDict\no = OrderedDict($dict, z=1); o['a'] = $any; o.move_to_end('z', last=$bool); show(o, o.popitem(last=$bool), o == dict(o), list(reversed(o))); o.move_to_end($any)",
	"from collections import deque\nd = deque($any, maxlen=$small); d.append($any); d.appendleft($any); d.rotate($small); d.extend($any); show(d, d.maxlen, d[$index], d.count($any)); d.insert($index, $any); d.remove($any)",
	"from collections import ChainMap\nc = ChainMap($dict, $dict); show(c[$any] if 0 else dict(c), len(c), c.get($any), c.new_child({1: 2})[1]); c[$any] = $int; show(c.maps[0]); del c[$any]",
	"from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext\n@contextmanager\ndef cm(n):\n    show('enter', n)\n    try: yield n\n    except $exception as e: show('caught', repr(e))\n    finally: show('exit', n)\nwith cm(1) as a, suppress($exception), cm(2): raise $exception('in')\nshow('after')",
	"from contextlib import ExitStack\nwith ExitStack() as s:\n    s.callback(show, 'cb', $int)\n    s.push(lambda *a: show('push', a[0] and a[0].__name__) or $bool)\n    s.enter_context(open) if $bool else None\n    raise $exception($any)\nshow('after')",
	// Generators.
	"def g():\n    x = yield $any\n    while x is not None: x = yield x $op $int\n    return $any\ni = g(); show(next(i), i.send($any), i.send($int)); show(i.send(None))",
	"def inner():\n    try: r = yield $int; show('inner', r)\n    except $exception as e: yield ('caught', e.args)\n    return $any\ndef outer():\n    r = yield from inner(); show('outer', r); yield r\no = outer(); show(next(o), o.throw($exception($any))); show(list(o))",
	"def g(n):\n    try:\n        for i in range(n): yield i\n    finally: show('closed', n)\na = g($small); show(next(a, 'none')); show(a.close(), next(a, 'done')); show(list(zip($range, [*g(2)])), sum(g(3)), max(g(3), key=lambda x: -x), [*g(2)])",
	"it_ = iter($any); show(next(it_), list(it_), next(it_, 'end')); show(next(it_))",
	"show(sorted($any), sorted($any, key=$key), sorted($list, reverse=$any), min($any, key=$key, default=$any), max($any, default=$any))",
	"l = $list; l.sort(key=lambda x: l.append(1)); show(l)",
	// Exceptions.
	"try:\n    try: raise $exception($any)\n    except $exception as e: raise $exception('second') from (e if $bool else None)\n    finally: show('inner finally')\nexcept Exception as e: show(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)",
	"e = $exception($any); e.add_note('n'); show(e.__notes__, e.args, str(e), repr(e)); e.args = $any; show(str(e), repr(e))",
	"try: raise ExceptionGroup('g', [$exception(1), ExceptionGroup('h', [$exception(2), $exception($any)])])\nexcept* $exception as e: show('first', e.exceptions, e)\nexcept* ($exception, $exception) as e: show('second', e.exceptions)\n",
	"g = ExceptionGroup('g', [$exception(1), ExceptionGroup('h', [$exception(2)])]); show(g.split($exception), g.subgroup(lambda e: isinstance(e, $exception)), g.derive([$exception()]), g.message)\nraise g",
	"def f():\n    try: return $any\n    finally: show('finally')\ndef h():\n    for i in $list:\n        try: continue\n        finally:\n            if i == $any: break\n    else: return 'else'\n    return i\nshow(f(), h())",
	"class E(Exception):\n    def __init__(self, code, *a): super().__init__(*a); self.code = code\n    def __str__(self): return f'E{self.code} {self.args}'\ntry: raise E($any, $any)\nexcept E as e: show(e.code, str(e), repr(e), e.args)\nE()",
	// Text and numbers.
	"import re\nm = re.search($regex, $str); show(m and (m.group(), m.span(), m.groups())); show(re.findall($regex, $str), re.split($regex, $str, maxsplit=1), re.sub($regex, lambda m: f'<{m.group()}>', $str), re.fullmatch($regex, $str))",
	"import json\nshow(json.dumps($any), json.dumps($list, indent=$small), json.dumps($dict, sort_keys=$bool, separators=(',', ':')), json.loads(json.dumps($list)), json.dumps($str, ensure_ascii=$bool))",
	"import string, textwrap\nshow(textwrap.wrap($str * 3, 7), string.Template(chr(36) + 'x is x').safe_substitute(x=$any), textwrap.dedent($str), string.capwords($str))",
	"import math\nshow(math.gcd($int, $int), math.isqrt(abs($int)), math.floor($float), math.comb(10, $small), math.fsum($list), math.isclose($float, $float), math.copysign($float, $int), math.prod($list), math.hypot($float, $float))",
	"from fractions import Fraction\nshow(Fraction($int, $int), Fraction($float), Fraction($str), Fraction($int) $op $int, round(Fraction($int, 7), 2), float(Fraction($int, 3)))",
	"from decimal import Decimal\nshow(Decimal($str), Decimal($int) / 7, Decimal('1.10') $op $int, round(Decimal('2.675'), 2), Decimal($float), f'{Decimal($int):,.2f}')",
	"import datetime as dt\nd = dt.date(2024, 2, 28) + dt.timedelta(days=$int); show(d, d.isoformat(), d.weekday(), d.replace(day=$small), dt.timedelta(seconds=$float), dt.timedelta(hours=$int) / 7, f'{d:%Y-%j}')",
	"import struct\nb = struct.pack($packing, $int); show(b, struct.unpack($packing, b), struct.calcsize($packing))",
	"import bisect, heapq\nl = sorted($list); show(bisect.bisect(l, $int), bisect.bisect_left(l, $any)); bisect.insort(l, $any); show(l); h = $list; heapq.heapify(h); heapq.heappush(h, $int); show(heapq.nsmallest(2, h), heapq.nlargest($small, h), heapq.heappop(h), list(heapq.merge(l, $tuple)))",
	"import operator as o\nshow(o.itemgetter($index)($any), o.itemgetter(0, $index)($list), o.attrgetter('real')($any), o.methodcaller('upper')($str), o.index($any))",
	"import copy\na = [$any, [$any]]; a.append(a[1]); b = copy.deepcopy(a); show(b, b[1] is b[2], b[1] is a[1], copy.copy(a)[1] is a[1])",
	"show(eval($code), eval($code, {'x': $int})); exec($statement); show(compile($code, 'f', 'eval').co_name)",
	"from types import SimpleNamespace\nn = SimpleNamespace(a=$any, b=$int); n.c = $any; show(n, n == SimpleNamespace(a=1), vars(n)); n.d",
	"d = $dict; k, v, i = d.keys(), d.values(), d.items(); d['new'] = $any; show(len(k), list(v), list(reversed(i))); show(k & {'a', 1} == {'a'} & k, sorted(k | {'q'}, key=str), ('new', $any) in i, k - {'new'} == set(), list(k).index($any))",
	"s = $set; t = frozenset($set); show(s | t, s & t, s - t, s ^ t, s <= t, s.isdisjoint(t), len(s), s == t, hash(t) == hash(frozenset(t))); s |= t; s.add($int); show(s, s.pop() in t); s.remove($int)",
	"a = $list; a[$slice] = $any; show(a); del a[$slice]; show(a, a[$slice])", "a = bytearray($bytes); a[$slice] = $any; show(a); del a[$slice]; show(a)",
	"m = memoryview(bytearray($bytes)); show(m[$slice].tolist(), m[$index], len(m), bytes(m[::-1])); m[$index] = $int; m[$slice] = $bytes; show(bytes(m))",
	"a, *b = $any; show(a, b)\n(a, b), *c = $any, $any; show(a, b, c)", "for i, (a, *b) in enumerate([$any, $list]): show(i, a, b)\nelse: show('else')",
	"print($any, $any, sep=$char, end=$str)", "print('%-10s|%5d' % ($any, $int), '{:>{w}}'.format($any, w=$small), f'{ $any!r:^20}', f'{ $int:#$width}')",
}

// snippetParts are the placeholders that only snippets have.
var snippetParts = map[string][]string{
	"body":      {"x + y", "y + i", "(y, i)", "y * i", "[i] * 2", "str(i) + str(y)"},
	"exception": {"ValueError", "KeyError", "TypeError", "IndexError", "Exception", "ZeroDivisionError", "LookupError", "OSError", "StopIteration", "RuntimeError"},
	"dcargs":    {"", "(frozen=True)", "(order=True)", "(eq=False)", "(slots=True)", "(kw_only=True)", "(unsafe_hash=True)", "(repr=False)"},
	"enum":      {"Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "Enum"},
	"enumval":   {"1", "2", "auto()", "'a'", "4", "'b'", "(1, 2)", "True"},
	"factory":   {"list", "int", "str", "lambda: 5", "None", "dict"},
	"regex":     {"r'\\w+'", "r'(a)(b)?'", "r'[a-c]+|X'", "r'\\d'", "r'(?P<n>.)'", "r'^\\s*'", "r','", "r'(?i)hello (?=w)'", "r'.*?b'", "r''", "r'(\\w)\\1'", "r'['"},
	"packing":   {"'<i'", "'>H'", "'b'", "'<q'", "'!I'", "'?'", "'<d'", "'3s'", "'z'"},
	"code":      {"'1 + 2'", "'x'", "'[i for i in range(3)]'", "'1 +'", "'lambda: 1'", "'(1, 2)'", "'abs(-5)'", "'x = 1'", "'y'", "'f\"{1!r:>3}\"'"},
	"statement": {"'q = 1'", "'show(5)'", "'if 1: pass'", "'raise KeyError(1)'", "'def'", "'import math'", "'pass; pass'", "'for i in 5: pass'"},
}

// libraryProgram runs some snippets, each under its own handler. Names are those of the module, as in a script.
func (g *generator) libraryProgram() []*Node {
	program := []*Node{line(helpers).fixed()}
	for range 14 {
		var body []*Node
		text := placeholder.ReplaceAllStringFunc(pick(g, librarySnippets), func(found string) string {
			if parts, ok := snippetParts[found[1:]]; ok {
				return pick(g, parts)
			}
			return g.fill(found, 1)
		})
		body = append(body, line(text).fixed())
		program = append(program, block("try:", body...).with(block("except Exception as e:", line("err(e)").fixed()).fixed()))
	}
	return append(program, g.uncaught())
}

// uncaught ends a program with an exception: its whole traceback is compared.
func (g *generator) uncaught() *Node {
	return line(g.fill(pick(g, []string{
		"def outer(n):\n    try:\n        inner(n)\n    except Exception as e:\n        raise RuntimeError('outer') from e\ndef inner(n):\n    return [n $op $any,\n            n]\nouter($any)",
		"def f(x):\n    return (x\n            $op $any)\nshow(f($any), f(f($int)))\nraise KeyError($any)",
		"class C:\n    def __getattr__(self, n): return $any[n]\n    def m(self): return self.zz.yy($int)\nC().m()\nassert not C(), $any",
		"def g():\n    try: yield $any\n    finally: 1 $op $any; [][$index]\nfor x in g(): x $op $any; break\nmax($any, key=lambda k: k[$index])",
		"x = {k: v / $small for k, v in $dict.items()}\nlambda_ = lambda a, /, *, b: a $op b\nlambda_($any, b=$any); lambda_(a=1)",
		"try:\n    raise ExceptionGroup('g', [ValueError($any), TypeError(2)])\nexcept* ValueError as e:\n    $any[$index]\n",
		"a = $any; a.nope.b = $any $op a[$index]", "import math; math.sqrt($any) + int($str) + [1][$index]", "with open('/nope/x') as f: pass",
		"async def main():\n    async with asyncio.TaskGroup() as tg:\n        tg.create_task(work($any))\nasync def work(n):\n    await asyncio.sleep(0)\n    return n[$index] $op $any\nasyncio.run(main())\nraise SystemExit($any)",
	}), 0))
}
