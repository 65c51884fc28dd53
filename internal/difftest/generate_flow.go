// This file generates programs of nested control flow: loops, exceptions, finally, generators, context managers and
// closures, which print what they pass.

package difftest

import "fmt"

// exceptionNames are raised and caught at random.
var exceptionNames = []string{"ValueError", "KeyError", "TypeError", "IndexError", "LookupError", "Exception", "ArithmeticError", "ZeroDivisionError", "StopIteration", "RuntimeError", "GeneratorExit"}

const flowHelpers = `class CM:
    def __init__(self, tag, swallow=False, fail=None):
        self.tag, self.swallow, self.fail = tag, swallow, fail
    def __enter__(self):
        print('enter', self.tag)
        return self.tag
    def __exit__(self, t, e, tb):
        print('exit', self.tag, t and t.__name__, e)
        if self.fail: raise self.fail('in exit')
        return self.swallow
def chain(e, depth=0):
    if e is None or depth > 4: return ''
    return f'{type(e).__name__}({e}) <{chain(e.__cause__, depth + 1)}|{chain(e.__context__, depth + 1)}|{e.__suppress_context__}>'
def call(f, *a):
    try:
        print(f.__name__, '->', f(*a))
    except BaseException as e:
        print(f.__name__, 'raised', chain(e))
def drive(f, *sends):
    g = f()
    for s in (None, *sends):
        try:
            if isinstance(s, type): print('threw', s.__name__, g.throw(s('thrown')))
            elif s == 'close': print('closed', g.close())
            else: print('sent', s, g.send(s))
        except StopIteration as e:
            print('stop', e.value)
        except BaseException as e:
            print('raised', chain(e))
    for i in range(9): # left suspended, it would end when CPython's reference count says so
        try:
            g.close()
            break
        except RuntimeError as e:
            print('close raised', e)
        except BaseException as e:
            print('close raised', chain(e))`

// flow holds what the statement being generated may use.
type flow struct {
	inLoop, inGenerator, inHandler, inAsync, inFinally bool
	depth                                              int
}

func (g *generator) flowProgram() []*Node {
	program := []*Node{line(helpers).fixed(), line(flowHelpers).fixed()}
	for i := range 4 {
		name := fmt.Sprintf("f%d", i)
		program = append(program, block(fmt.Sprintf("def %s(n=%d):", name, g.Intn(4)), append([]*Node{line("x = n").fixed()}, g.flowBlock(flow{depth: 4})...)...))
		program = append(program, line("call("+name+")"), line(fmt.Sprintf("call(%s, %d)", name, g.Intn(5))))
	}
	for i := range 3 {
		name := fmt.Sprintf("g%d", i)
		body := g.flowBlock(flow{depth: 4, inGenerator: true})
		program = append(program, block("def "+name+"():", append([]*Node{line("x = 0").fixed(), line("x = yield 'first'")}, body...)...))
		program = append(program, line(fmt.Sprintf("drive(%s, %s, %s, %s)", name, g.sent(), g.sent(), g.sent())))
		program = append(program, line(fmt.Sprintf("call(lambda: list(%s()))", name)))
	}
	return program
}

func (g *generator) sent() string {
	return pick(g, []string{"1", "2", "None", "'s'", "ValueError", "KeyError", "StopIteration", "GeneratorExit", "'close'"})
}

func (g *generator) flowBlock(f flow) []*Node {
	var body []*Node
	for range 1 + g.Intn(3) {
		body = append(body, g.flowStatement(f))
	}
	return body
}

func (g *generator) flowStatement(f flow) *Node {
	if f.depth <= 0 || g.chance(3) {
		return g.simpleFlow(f)
	}
	inner := f
	inner.depth--
	switch g.Intn(8) {
	case 0:
		return g.ifStatement(inner)
	case 1, 2:
		return g.loopStatement(inner)
	case 3, 4, 5:
		return g.tryStatement(inner)
	case 6:
		return g.withStatement(inner)
	default:
		return g.closureStatement(inner)
	}
}

func (g *generator) simpleFlow(f flow) *Node {
	options := []string{
		fmt.Sprintf("print('at', %d, x)", g.Intn(100)), fmt.Sprintf("x = %s", g.valueOf("int", 1)), "x += 1",
		fmt.Sprintf("raise %s('r%d')", pick(g, exceptionNames), g.Intn(100)), fmt.Sprintf("return 'r%d'", g.Intn(100)), "x = [x][0]",
		fmt.Sprintf("raise %s(x) from %s", pick(g, exceptionNames), pick(g, []string{"None", "KeyError('c')", "5"})), "del x", "assert x, 'falsy'", "x = 1 / x",
	}
	if f.inLoop {
		options = append(options, "break", "continue", "break", "continue")
	}
	if f.inHandler {
		options = append(options, "raise", "raise", "print('handling', e)", "raise e")
	}
	if f.inGenerator {
		options = append(options, "yield x", fmt.Sprintf("x = yield %d", g.Intn(10)), "yield from (x, 'd')", fmt.Sprintf("x = yield from (i for i in range(%d))", g.Intn(3)), "yield")
	}
	if f.inAsync {
		options = append(options, asyncSteps...)
		options = append(options, asyncSteps...)
	}
	return line(pick(g, options))
}

func (g *generator) condition() string {
	return pick(g, []string{"x", "not x", "x == 1", "isinstance(x, int)", "True", "False", "x is None", "bool(x) and x != 2"})
}

func (g *generator) ifStatement(f flow) *Node {
	n := block("if "+g.condition()+":", g.flowBlock(f)...)
	if g.chance(2) {
		n.with(block("elif "+g.condition()+":", g.flowBlock(f)...))
	}
	if g.chance(2) {
		n.with(block("else:", g.flowBlock(f)...))
	}
	return n
}

func (g *generator) loopStatement(f flow) *Node {
	f.inLoop = true
	var n *Node
	if g.chance(3) {
		counter := g.name("w")
		n = block("while "+counter+" < 3:", append([]*Node{line(counter + " += 1").fixed()}, g.flowBlock(f)...)...)
		n = block("if True:", line(counter+" = 0").fixed(), n)
		loop := n.Body[1]
		if g.chance(2) {
			f.inLoop = false
			loop.with(block("else:", g.flowBlock(f)...))
		}
		return n
	}
	n = block(fmt.Sprintf("for x in %s:", pick(g, []string{"range(3)", "'ab'", "[1, 0]", "(None, 2)", "iter([1])", "()", "{1: 2}", "range(x)"})), g.flowBlock(f)...)
	if g.chance(2) {
		f.inLoop = false
		n.with(block("else:", g.flowBlock(f)...))
	}
	return n
}

func (g *generator) tryStatement(f flow) *Node {
	inner := f
	n := block("try:", g.flowBlock(inner)...)
	handler := f
	handler.inHandler = true
	if g.chance(4) {
		handler.inLoop = false // break and continue are not allowed in except*
		clause := block(fmt.Sprintf("except* %s as e:", pick(g, exceptionNames)), line("print('group', e.exceptions)"), g.noReturn(g.simpleFlow(handler)))
		return n.with(clause.fixed()).with(g.finallyClause(f)...)
	}
	for i := range 1 + g.Intn(2) {
		header := fmt.Sprintf("except %s as e:", pick(g, append(exceptionNames, "(KeyError, ValueError)", "(IndexError, TypeError)")))
		clause := block(header, g.flowBlock(handler)...)
		if i == 0 {
			clause.fixed()
		}
		n.with(clause)
	}
	if g.chance(3) {
		n.with(block("else:", g.flowBlock(f)...))
	}
	return n.with(g.finallyClause(f)...)
}

// noReturn avoids what except* forbids.
func (g *generator) noReturn(n *Node) *Node {
	if len(n.Text) > 6 && n.Text[:6] == "return" {
		return line("x = 'no return'")
	}
	return n
}

func (g *generator) finallyClause(f flow) []*Node {
	if g.chance(2) {
		return nil
	}
	f.inFinally = true
	return []*Node{block("finally:", append([]*Node{line(fmt.Sprintf("print('finally', %d)", g.Intn(100)))}, g.flowBlock(f)...)...)}
}

func (g *generator) withStatement(f flow) *Node {
	argument := fmt.Sprintf("'c%d'", g.Intn(100))
	switch g.Intn(3) {
	case 0:
		argument += ", True"
	case 1:
		argument += ", False, " + pick(g, exceptionNames)
	}
	header := fmt.Sprintf("with CM(%s) as c:", argument)
	if g.chance(3) {
		header = fmt.Sprintf("with CM('outer'), CM(%s) as c:", argument)
	}
	return block(header, g.flowBlock(f)...)
}

func (g *generator) closureStatement(f flow) *Node {
	name := g.name("h")
	inner := flow{depth: f.depth - 1}
	def := block("def "+name+"():", append([]*Node{line("nonlocal x").fixed()}, g.flowBlock(inner)...)...).fixed()
	return block("if True:", def, line(pick(g, []string{"x = " + name + "()", name + "()", "print(" + name + "())", "x = (" + name + "(), x)"})))
}
