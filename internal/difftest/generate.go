// This file defines the generator of random programs: literals, expressions made from the tables of templates.go, and
// the choice between the kinds of programs.

package difftest

import (
	"fmt"
	"math/rand"
	"regexp"
)

// generator makes one program. Everything follows from its seed.
type generator struct {
	*rand.Rand
	names   int      // names given out so far
	classes []string // what $o and $c stand for
}

// Generate makes the program of a seed.
func Generate(seed int64) []*Node {
	g := &generator{Rand: rand.New(rand.NewSource(seed))}
	switch kind := g.Intn(12); {
	case kind < 3:
		return g.probeProgram()
	case kind < 5:
		return g.flowProgram()
	case kind < 7:
		return g.classProgram()
	case kind < 10:
		return g.libraryProgram()
	default:
		return g.asyncProgram()
	}
}

func pick[T any](g *generator, from []T) T { return from[g.Intn(len(from))] }

// chance is true in one of n cases.
func (g *generator) chance(n int) bool { return g.Intn(n) == 0 }

func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// Kinds of values. Each has literals, variables of its own name in a probe program, and templates.
var kinds = []string{"int", "float", "str", "list", "tuple", "dict", "set", "bytes", "bool", "none", "range", "complex"}

var literals = map[string][]string{
	"int": {"0", "1", "-1", "2", "3", "-3", "7", "10", "-13", "42", "100", "255", "256", "-256", "1000", "12345",
		"2**63", "-2**63", "2**64 - 1", "10**20", "-10**25", "3**50", "True", "False"},
	"float": {"0.0", "-0.0", "1.0", "-1.5", "0.1", "2.5", "3.5", "1e3", "123.456", "-0.001", "1e16", "1e22", "1.5e-7",
		"float('inf')", "float('-inf')", "float('nan')", "1/3", "2.675", "5e-324", "1e308", "0.5", "1e-5", "99.995"},
	"str": {"''", "'a'", "'abc'", "'Hello World'", "'  pad '", "'x,y,,z'", "'été'", "'日本語'", "'a\\tb\\nc'", "'12'", "'-7'",
		"'3.5'", "'ÀB ß'", "\"it's\"", "'aXbXc'", "'{}'", "'%s'", "'AbC dEf'", "'\\x00\\x7f'", "'😀x'", "('ab' * 3)", "'_id1'"},
	"list": {"[]", "[1]", "[3, 1, 2]", "[1, 2, 3, 4, 5]", "['b', 'a']", "[1.5, None, 'x']", "[[1, 2], [3]]", "[True, 0, 1.0]",
		"list(range(8))", "[()]", "[(2, 'b'), (1, 'a')]", "['', 'é']", "([0] * 3)", "[-1, 5, -1]"},
	"tuple": {"()", "(1,)", "(1, 2, 3)", "('a', 'b')", "(1, 'x', None)", "((1, 2), (3, 4))", "(0.5, 2)", "(3, 1, 2)", "([1], 2)"},
	"dict": {"{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1, 2], 'z': None}", "{(1, 2): 'tuple'}", "{1.5: 0, None: 1}",
		"dict(b=2, a=1)", "{i: i * i for i in range(4)}", "{'': {}}", "{True: 'yes', 0: 'no'}"},
	"set": {"set()", "{1}", "{1, 2, 3}", "{5, 10, -3}", "{(1, 2)}", "frozenset()", "frozenset({2, 4})", "{0.5, 2}", "set(range(6))"},
	"bytes": {"b''", "b'a'", "b'abc'", "b'Hello World'", "b'\\x00\\xff'", "b'a,b,c'", "b'12'", "bytearray(b'xyz')",
		"bytes(range(5))", "b' pad '", "b\"it's\""},
	"bool":    {"True", "False"},
	"none":    {"None", "...", "NotImplemented"},
	"range":   {"range(5)", "range(0)", "range(2, 10, 3)", "range(10, 0, -2)", "range(-3, 3)"},
	"complex": {"1j", "(1+2j)", "(-0.5+0j)", "0j", "complex(3, -4)"},
}

// Special placeholders, small on purpose: what multiplies, shifts or raises to powers must not use up the machine.
var special = map[string][]string{
	"small": {"0", "1", "2", "3", "-1", "-2", "5", "-7", "10", "None", "True", "1.5", "'a'"},
	"index": {"0", "1", "-1", "2", "-2", "3", "5", "-5", "100", "-100", "None", "True", "'k'", "1.0", "10**20"},
	"slice": {":", "1:", ":2", "::-1", "1:3", "-2:", ":-1", "::2", "5:1:-1", "-100:100", "None:None", "3:1", "1:'x'", "::0",
		"10**20:", "-1:-4:-1", "True:3"},
	"times": {"0", "1", "2", "3", "-1", "True", "1.5", "'x'", "None", "10**30"},
	"power": {"0", "1", "2", "3", "5", "-1", "-2", "0.5", "True", "2.0", "-0.5", "1j", "'x'", "64"},
	"shift": {"0", "1", "3", "8", "31", "64", "70", "-1", "True", "1.0", "10**30"},
	"width": {"0", "5", "12", "-3", "x", "<8", ".2", "08.3f"},
	"char":  {"'x'", "' '", "'*'", "''", "'ab'", "'é'", "None", "5"},
	"sub":   {"'a'", "''", "'b'", "'X'", "' '", "','", "'é'", "'zz'", "'abc'", "None", "1", "b'a'"},
	"bsub":  {"b'a'", "b''", "b'b'", "b','", "'a'", "97", "300", "None"},
	"spec": {"''", "'5'", "'<6'", "'>6'", "'^7'", "'*^9'", "'05'", "'+'", "' '", "'d'", "'x'", "'#x'", "'o'", "'#b'", "'b'", "'X'",
		"','", "'_'", "',.2f'", "'.2f'", "'.0f'", "'8.3f'", "'e'", "'.3e'", "'g'", "'.3g'", "'%'", "'.1%'", "'s'", "'.2'", "'10s'",
		"'c'", "'n'", "'+.1f'", "'=+8'", "'010,.1f'", "'#g'", "'z.1f'", "'q'", "'5.x'", "'<<5'", "'_x'", "',x'", "'+s'", "'>>'", "'.10d'", "'é>4'"},
	"percent": {"'%s'", "'%d'", "'%5d|'", "'%-5s|'", "'%05.1f'", "'%x'", "'%r'", "'%c'", "'%e'", "'%g'", "'%%'", "'%s %s'", "'%(k)s'",
		"'%+d'", "'%.2s'", "'%i'", "'%o'", "'%#x'", "'%q'", "'%'", "'%a'", "'%.3d'"},
	"type": {"int", "float", "str", "list", "tuple", "dict", "set", "bytes", "bool", "complex", "range", "frozenset", "bytearray",
		"object", "type", "type(None)", "(int, str)", "int | str", "slice", "enumerate"},
	"class": {"int", "str", "list", "dict", "float", "bytes", "tuple"},
	"key":   {"None", "len", "str", "abs", "lambda x: -x", "lambda x: str(x)", "repr", "type", "5", "int"},
	"enc":   {"'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'", "'cp1252'", "'nope'", "'utf-32-be'"},
	"err":   {"'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'nope'"},
	// What has the same hash in every run: NotImplemented, types and NaN are hashed by their address.
	"stable": {"0", "-1", "-2", "2**61 - 1", "2**61", "-2**63", "10**30", "0.5", "-0.0", "1e300", "float('inf')", "'abc'", "''", "'é'", "b'x'", "(1, 2)", "()",
		"('a', 1.5)", "True", "None", "1j", "(3-4j)", "frozenset({1, 2})", "range(5)", "range(0)", "[]", "{}", "set()", "slice(1, 2)"},
	"num": {"0", "-1", "2**61 - 1", "10**20", "0.5", "-2.75", "1e300", "True", "1.0", "2**64", "float('inf')"},
	"op": {"+", "-", "*", "/", "//", "%", "&", "|", "^", "<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "and", "or", "@",
		"+", "-", "/", "//", "%"},
	"attr": {"real", "imag", "start", "__class__.__name__", "__len__()", "nope", "keys", "__name__", "upper", "append", "stop", "__doc__.__class__"},
}

// valueOf makes an expression of a kind; depth bounds its nesting.
func (g *generator) valueOf(kind string, depth int) string {
	switch kind {
	case "any":
		kind = pick(g, kinds)
	case "thing":
		// Anything but an int: bytes(n) and the like would allocate n.
		return pick(g, literals[pick(g, kinds[1:])])
	}
	if choices, ok := special[kind]; ok {
		if compose, ok := composed[kind]; ok && g.chance(2) {
			return compose(g)
		}
		return pick(g, choices)
	}
	if depth > 0 && !g.chance(3) {
		if rows := templatesOf[kind]; len(rows) > 0 {
			return g.fill(pick(g, rows), depth-1)
		}
	}
	text := pick(g, literals[kind])
	if kind == "int" || kind == "float" || kind == "range" {
		text = "(" + text + ")" // an attribute may follow
	}
	return text
}

// composed are special placeholders that are also put together from parts.
var composed = map[string]func(g *generator) string{
	"spec": func(g *generator) string {
		align := pick(g, []string{"", "<", ">", "^", "="})
		if align != "" {
			align = pick(g, []string{"", "*", "é", "0"}) + align
		}
		return "'" + align + g.oneOf("", "", "+", "-", " ") + g.oneOf("", "", "#", "z") + g.oneOf("", "", "0") + g.oneOf("", "5", "12") +
			g.oneOf("", "", ",", "_") + g.oneOf("", ".0", ".2", ".7") + g.oneOf("", "d", "x", "b", "o", "X", "c", "e", "f", "g", "G", "n", "%", "s") + "'"
	},
	"percent": func(g *generator) string {
		return "'" + g.oneOf("", "a") + "%" + g.oneOf("", "", "-", "+", " ", "#", "0", "-0", "+#") + g.oneOf("", "5", "12", "*") + g.oneOf("", ".0", ".2", ".", ".*") +
			g.oneOf("d", "i", "u", "x", "X", "o", "c", "e", "F", "g", "G", "s", "r", "a") + g.oneOf("", "z", "%%", "%s") + "'"
	},
	"slice": func(g *generator) string {
		bound := func() string { return g.oneOf("", "", "0", "1", "2", "-1", "-3", "9", "None", "True") }
		return bound() + ":" + bound() + g.oneOf("", ":", ":1", ":2", ":-1", ":-2", ":None")
	},
}

func (g *generator) oneOf(choices ...string) string { return pick(g, choices) }

var placeholder = regexp.MustCompile(`\$[a-z]+`)

// fill replaces the $placeholders of a template. Now and then a placeholder gets a value of another kind: most of what
// an interpreter gets wrong is what it does with wrong arguments.
func (g *generator) fill(template string, depth int) string {
	return placeholder.ReplaceAllStringFunc(template, func(found string) string {
		switch kind := found[1:]; kind {
		case "o":
			return g.object()
		case "c":
			return pick(g, g.classes)
		default:
			return g.argument(kind, depth)
		}
	})
}

func (g *generator) argument(kind string, depth int) string {
	// Sets get no strings (their order depends on the hash seed), ranges no big numbers.
	_, isSpecial := special[kind]
	if !isSpecial && kind != "set" && kind != "range" && kind != "thing" && g.chance(14) {
		kind = "any"
	}
	return g.valueOf(kind, depth)
}

// helpers are what every generated program starts with. Floats, strings and containers print as they are; an exception
// prints its type and text.
const helpers = `import asyncio
def err(e):
    print(type(e).__name__, '|', e)
def text(v):
    if isinstance(v, (set, frozenset)) and not all(isinstance(x, (int, float)) for x in v):
        return type(v).__name__ + repr(sorted(map(repr, v)))
    return repr(v)
def show(*values):
    for v in values:
        try:
            print(text(v), end=' ')
        except Exception as e:
            err(e)
    print()
def probe(f):
    try:
        show(f())
    except Exception as e:
        err(e)`

// probeProgram is a list of independent expressions and statements, each of which may fail.
func (g *generator) probeProgram() []*Node {
	program := []*Node{line(helpers).fixed()}
	for _, kind := range kinds {
		program = append(program, line(fmt.Sprintf("%s_ = %s", kind, pick(g, literals[kind]))).fixed())
	}
	for range 50 {
		if g.chance(4) {
			program = append(program, g.statementProbe())
			continue
		}
		program = append(program, line("probe(lambda: ("+g.fill(pick(g, probeTemplates), 2)+"))"))
	}
	return program
}

// statementProbe changes a value in place and shows it.
func (g *generator) statementProbe() *Node {
	row := pick(g, statementTemplates)
	setup := g.valueOf(row.kind, 1)
	return block("try:",
		line("v = None").fixed(),
		line("v = "+setup).fixed(),
		line(g.fill(row.text, 1)).fixed(),
		line("show(v)").fixed(),
	).with(block("except Exception as e:", line("err(e)").fixed(), line("show(v)").fixed()).fixed())
}
