// This file generates programs of classes: inheritance, operators that return NotImplemented or fail, descriptors,
// attribute hooks, containers and iteration protocols.

package difftest

import (
	"fmt"
	"strings"
)

var binaryMethods = []string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul", "divmod"}
var compareMethods = []string{"eq", "ne", "lt", "le", "gt", "ge"}

// returns are bodies of special methods; T stands for the class and method.
var returns = []string{"return ('T', self.v)", "return NotImplemented", "raise ValueError('T')", "return self", "return None", "return super().M(*a)", "print('T', *map(type, a)); return 1", "return 'T'"}

// plainMethods are special methods with bodies that are right or wrong.
var plainMethods = [][2]string{
	{"__len__", "return 3"}, {"__len__", "return -1"}, {"__len__", "return 'x'"}, {"__bool__", "return False"}, {"__bool__", "return 5"}, {"__hash__", "return 7"}, {"__hash__", "return 'h'"},
	{"__str__", "return 'str-' + str(self.v)"}, {"__str__", "return 5"}, {"__repr__", "return f'<{type(self).__name__} {self.v}>'"}, {"__repr__", "return None"}, {"__int__", "return 12"}, {"__int__", "return 1.5"},
	{"__float__", "return 2.5"}, {"__index__", "return 2"}, {"__index__", "return 'i'"}, {"__neg__", "return 'neg'"}, {"__abs__", "raise KeyError('abs')"}, {"__invert__", "return ~5"}, {"__pos__", "return self"},
	{"__call__", "return ('called', a)"}, {"__iter__", "return iter([self.v, 2])"}, {"__iter__", "return 5"}, {"__iter__", "yield self.v; yield 1"}, {"__next__", "raise StopIteration"}, {"__contains__", "return a[0] == 1"},
	{"__contains__", "raise TypeError('contains')"}, {"__getitem__", "if a[0] == 4: raise IndexError('end')\n    return ('item', *a)"}, {"__getitem__", "raise IndexError('idx')"}, {"__getitem__", "return [10, 20, 30][a[0]]"}, {"__setitem__", "print('set', a)"}, {"__delitem__", "print('del', a)"},
	{"__getattr__", "return f'attr {a[0]}'"}, {"__getattr__", "raise AttributeError(f'no {a[0]}')"}, {"__setattr__", "object.__setattr__(self, a[0], a[1]); print('setattr', a)"}, {"__delattr__", "print('delattr', a)"}, {"__enter__", "return 'entered'"}, {"__exit__", "print('exit', a[0]); return self.v == 1"},
	{"__round__", "return ('round', a)"}, {"__format__", "return f'fmt({a[0]})'"}, {"__format__", "return 5"}, {"__reversed__", "return iter('rev')"}, {"__length_hint__", "return 2"}, {"__missing__", "return 'missing'"}, {"__dir__", "return ['z', 'a']"}, {"__bytes__", "return b'by'"}, {"__complex__", "return 1j"},
	{"__eq__", "return self is a[0]"}, {"__lt__", "return self.v < getattr(a[0], 'v', 0)"}, {"__class_getitem__", "return ('cls', a)"}, {"__init_subclass__", "print('subclass', self.__name__)"}, {"__get__", "return ('get', a[0] is None)"}, {"__set__", "print('descr set', a[1])"}, {"__set_name__", "print('set_name', a[1])"}, {"__getattribute__", "return object.__getattribute__(self, a[0])"},
	{"method", "return ('method', type(self).__name__)"}, {"method", "return super().method()"}, {"method", "return [super().method(), 'S']"}, {"__matmul__", "return 'mat'"}, {"__trunc__", "return 9"}, {"__sizeof__", "return 1"},
}

func (g *generator) classProgram() []*Node {
	program := []*Node{line(helpers).fixed(), block("class Base:", line("def __init__(self, v=0): self.v = v").fixed(), line("def __repr__(self): return f'{type(self).__name__}({self.v})'")).fixed()}
	classes := []string{"Base"}
	for i := range 4 {
		name := string(rune('A' + i))
		program = append(program, block("try:", g.class(name, classes)).with(block("except Exception as e:", line("err(e)").fixed(), line(name+" = Base").fixed()).fixed()))
		classes = append(classes, name)
	}
	g.classes = classes
	program = append(program, line("probe(lambda: [c.__name__ for c in "+classes[len(classes)-1]+".__mro__])"))
	for range 35 {
		program = append(program, line("probe(lambda: ("+g.fill(pick(g, classProbes), 0)+"))"))
	}
	for range 8 {
		statement := g.fill(pick(g, classStatements), 0)
		program = append(program, block("try:", line("o = "+g.object()).fixed(), line(statement).fixed(), line("show(o)")).with(block("except Exception as e:", line("err(e)").fixed()).fixed()))
	}
	return program
}

func (g *generator) class(name string, known []string) *Node {
	bases := []string{pick(g, known)}
	if g.chance(2) {
		bases = append(bases, pick(g, known))
	}
	if g.chance(6) {
		bases = append(bases, pick(g, []string{"int", "str", "list", "dict", "tuple", "Exception", "float"}))
	}
	if len(bases) > 1 && bases[0] == bases[1] {
		bases = bases[1:]
	}
	c := block(fmt.Sprintf("class %s(%s):", name, strings.Join(bases, ", ")))
	for range 2 + g.Intn(5) {
		c.Body = append(c.Body, g.method(name))
	}
	if g.chance(3) {
		c.Body = append(c.Body, line(pick(g, []string{"__slots__ = ('s',)", "v = property(lambda self: 'prop', lambda self, x: print('prop set', x))", "attr = Base(3)", "__hash__ = None", "k = classmethod(lambda cls, *a: (cls.__name__, a))", "s = staticmethod(lambda *a: ('static', a))", "d = property(lambda self: self.nope)"})))
	}
	return c
}

func (g *generator) method(class string) *Node {
	switch g.Intn(3) {
	case 0:
		prefix := pick(g, []string{"", "r", "i", "", "r"})
		return g.operator(class, "__"+prefix+pick(g, binaryMethods)+"__")
	case 1:
		return g.operator(class, "__"+pick(g, compareMethods)+"__")
	default:
		m := pick(g, plainMethods)
		return line(fmt.Sprintf("def %s(self, *a):\n    %s", m[0], m[1]))
	}
}

func (g *generator) operator(class, method string) *Node {
	body := pick(g, returns)
	body = strings.ReplaceAll(strings.ReplaceAll(body, "T", class+"."+strings.Trim(method, "_")), "super().M", "super()."+method)
	return line(fmt.Sprintf("def %s(self, *a):\n    %s", method, strings.ReplaceAll(body, "No"+class, "NoT")))
}

// classProbes use $o for an object of a generated class, $c for a class, $any for a value.
var classProbes = []string{
	"$o $op $o", "$o $op $any", "$any $op $o", "$o ** 2", "2 ** $o", "$o << 1", "$o >> $o", "1 << $o", "-$o", "~$o", "+$o", "abs($o)", "divmod($o, 2)", "divmod(2, $o)", "pow($o, 2, 3)",
	"len($o)", "bool($o)", "str($o)", "repr($o)", "int($o)", "float($o)", "complex($o)", "bytes($o)", "round($o)", "round($o, 2)", "[1, 2, 3][$o]", "range($o)", "'x' * $o", "list($o)", "tuple($o)", "[*$o]", "iter($o)", "next($o)", "list(reversed($o))", "1 in $o", "'a' in $o", "$o[0]", "$o[1:2]", "$o['k']", "$o()", "$o(1, 2)",
	"$o.v", "$o.nope", "$o.method()", "$o.k(1)", "$o.s(2)", "$o.attr", "$o.d", "hasattr($o, 'zz')", "getattr($o, 'zz', 'dflt')", "format($o)", "format($o, 'x')", "f'{ $o} { $o!r:>5}'", "'%s %r' % ($o, $o)", "'%d' % $o", "'%f' % $o", "sorted([$o, $o, $o])", "max($o, $o)", "min($o, $any)", "sum([$o, $o])", "sum([1, $o])", "$o == $o", "$o != $o", "$o < $o < $o", "[$o] == [$o]", "($o,) < ($o,)", "$o in [$o]", "[$o].index($o)", "{ $o: 1}", "len({ $o, $o})", "{1: 2}.get($o)",
	"isinstance($o, $c)", "issubclass($c, $c)", "$c[int]", "$c.method", "$c.__mro__", "$c.v", "$c.nope", "$c(1, 2, 3)", "$c()", "$c(v=5)", "type($o)", "$c.method($o)", "super($c, $o).method()", "super($c, $o)", "dir($o)", "vars($o)", "$o is $o", "not $o", "$o and 1", "$o or 2", "1 if $o else 0", "all([$o])", "any([$o])", "list(map($o, [1]))", "sorted([1, 2], key=$o)", "callable($o)", "list(zip($o, $o))", "dict($o)", "set($o)", "$c.__name__, $c.__qualname__, $c.__bases__", "[x for x in $o]", "(lambda *a: a)(*$o)", "(lambda **k: k)(**$o)", "enumerate($o)", "list(enumerate($o))", "str.join($o, ['a'])", "print($o, end='')", "list.append([], $o)", "''.join($o)", "''.join([$o])", "int.__add__(1, $o)", "$o.__eq__(1)", "$o.__add__(1)", "$o.__len__()", "$o.__class__.__name__", "$o + $o * $o", "$o | $o & $o", "$o // $o", "$o % $o", "$o - $o", "$o @ $o", "copy.copy($o)" + "", "__import__('operator').index($o)", "__import__('math').floor($o)", "__import__('math').sqrt($o)", "__import__('json').dumps($o)", "__import__('copy').copy($o)",
}

var classStatements = []string{
	"o += 1", "o -= $o", "o *= $any", "o /= 2", "o //= $o", "o %= 3", "o **= 2", "o &= $o", "o |= 1", "o ^= 1", "o <<= 1", "o >>= $o", "o @= $o", "o.x = 1", "o.v = 5", "del o.v", "del o.x", "o[0] = 1", "del o[0]", "o[0] += 1", "o.v += 1", "o.d = 1",
	"for x in o: show(x)", "a, b = o", "a, *b = o; show(a, b)", "with o as w: show(w)", "with o: raise ValueError('in with')", "raise o", "raise ValueError from o", "o.__class__ = $c", "$c.v = 'class attr'; show(o.v)", "assert o, 'falsy'", "x = [*o, *o]; show(x)", "print(o, o, sep='-')", "o.__dict__['q'] = 1; show(o.q)", "$c.late = lambda self: 'late'; show(o.late())", "match o:\n        case $c(v=x): show('class', x)\n        case [a, *b]: show('seq')\n        case _: show('other')", "async def f(): return await o\nf().send(None)", "del o; o = 1", "while o: break", "global z; z = o; z += z", "if o < 1: show('less')", "o()()", "lst = [o, 1]; lst.sort(); show(lst)", "d = {o: 1}; show(d[o])", "s = $c.__subclasses__(); show(s)", "exec('o = o + o')", "t = type('T', ($c,), {'v': 9}); show(t().v, t)", "class L($c, $c): pass", "class L($c, $c): w = 1\nshow(L().method())",
}

func (g *generator) object() string {
	return fmt.Sprintf("%s(%d)", pick(g, g.classes), g.Intn(3))
}
