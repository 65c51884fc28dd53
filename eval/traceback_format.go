// The text of an exception: chain, groups, frames, notes.
package eval

import (
	"strconv"
	"strings"

	"pyasync/object"
)

// FormatOptions say how an exception is printed.
type FormatOptions struct {
	Color bool
	Limit int // frames to show at most, from the outermost; negative: from the innermost; 0: all
}

// Limits of the display of exception groups, and of equal frames shown before "Previous line repeated".
const (
	maxGroupWidth  = 15
	maxGroupDepth  = 10
	recursiveLimit = 3
)

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

// FormatException returns what CPython prints for an uncaught exception.
func FormatException(th *Thread, exc Value, opt FormatOptions) string {
	pending := th.Exc
	p := &excPrinter{th: th, opt: opt, src: newLineSource(th)}
	p.chain(tree(exc))
	th.Exc = pending
	return p.out.String()
}

// excPrinter prints one exception with all that hangs on it.
type excPrinter struct {
	th        *Thread
	opt       FormatOptions
	src       *lineSource
	out       strings.Builder
	depth     int  // nesting of groups
	needClose bool // the last box of a group is still open
	plain     bool // frames show their line without carets
}

// emit writes text line by line behind the margin of the group it stands in.
func (p *excPrinter) emit(text string, margin byte) {
	if p.depth == 0 {
		p.out.WriteString(text)
		return
	}
	if margin == 0 {
		margin = '|'
	}
	indent := strings.Repeat("  ", p.depth) + string(margin) + " "
	for text != "" {
		i := strings.IndexByte(text, '\n') + 1
		if i == 0 {
			i = len(text)
		}
		p.out.WriteString(indent + text[:i])
		text = text[i:]
	}
}

// excNode is an exception with those printed before it and within it. Each is a cause or a context once, whatever
// members it is among.
type excNode struct {
	exc     *object.Exception
	message string // what links before to it
	before  *excNode
	members []*excNode
}

// tree makes the node of exc and of all that hangs on it, in CPython's order: what is reached first counts.
func tree(exc Value) *excNode {
	seen := map[*object.Header]bool{}
	var made []*excNode
	node := func(v Value) *excNode {
		e, ok := object.AsException(v)
		if !ok {
			return nil
		}
		seen[&e.Header] = true
		n := &excNode{exc: e}
		made = append(made, n)
		return n
	}
	isNew := func(v Value) bool { return !v.IsNil() && !v.IsNone() && !seen[v.H] }
	root := node(exc)
	for todo := made; len(todo) > 0; todo = append(todo, made...) {
		n := todo[len(todo)-1]
		todo, made = todo[:len(todo)-1], nil
		switch {
		case isNew(n.exc.Cause):
			n.message, n.before = causeMessage, node(n.exc.Cause)
		case isNew(n.exc.Context) && !n.exc.SuppressContext:
			n.message, n.before = contextMessage, node(n.exc.Context)
		}
		for _, m := range object.GroupMembers(n.exc.V()) {
			n.members = append(n.members, node(m))
		}
	}
	return root
}

// chain prints an exception after its causes and contexts.
func (p *excPrinter) chain(n *excNode) {
	var list []*excNode
	for ; n != nil; n = n.before {
		list = append(list, n)
	}
	for i := len(list) - 1; i >= 0; i-- {
		p.one(list[i])
		if i > 0 {
			p.emit(list[i-1].message, 0)
		}
	}
}

func (p *excPrinter) one(node *excNode) {
	e := node.exc
	switch {
	case object.GroupMembers(e.V()) == nil:
		if frames := p.limit(e.Traceback); len(frames) > 0 {
			p.emit("Traceback (most recent call last):\n", 0)
			p.emit(p.stack(frames), 0)
		}
		p.emit(p.excOnly(e), 0)
	case p.depth > maxGroupDepth:
		p.emit("... (max_group_depth is "+strconv.Itoa(maxGroupDepth)+")\n", 0)
	default:
		p.group(e, node.members)
	}
}

// group prints an exception group and its members, each in a box.
func (p *excPrinter) group(e *object.Exception, members []*excNode) {
	top := p.depth == 0
	if top {
		p.depth++
	}
	if frames := p.limit(e.Traceback); len(frames) > 0 {
		margin := byte(0)
		if top {
			margin = '+'
		}
		p.emit("Exception Group Traceback (most recent call last):\n", margin)
		p.emit(p.stack(frames), 0)
	}
	p.emit(p.excOnly(e), 0)
	n := len(members)
	shown := n
	if n > maxGroupWidth {
		shown = maxGroupWidth + 1
	}
	p.needClose = false
	for i := range shown {
		last := i == shown-1
		if last {
			p.needClose = true
		}
		truncated := i >= maxGroupWidth
		title := "..."
		if !truncated {
			title = strconv.Itoa(i + 1)
		}
		lead := "  "
		if i == 0 {
			lead = "+-"
		}
		indent := strings.Repeat("  ", p.depth)
		p.out.WriteString(indent + lead + "+---------------- " + title + " ----------------\n")
		p.depth++
		if truncated {
			rest := n - maxGroupWidth
			p.emit("and "+strconv.Itoa(rest)+" more exception"+plural(rest)+"\n", 0)
		} else {
			p.chain(members[i])
		}
		if last && p.needClose {
			p.out.WriteString(strings.Repeat("  ", p.depth) + "+------------------------------------\n")
			p.needClose = false
		}
		p.depth--
	}
	if top {
		p.depth = 0
	}
}

// excOnly returns the lines after the frames: type, message, notes; for SyntaxError the place in the source.
func (p *excPrinter) excOnly(e *object.Exception) string {
	name := excTypeName(p.th, e.Shape.Type)
	var text string
	if object.IsInstance(e.V(), &object.SyntaxErrorType) {
		text = p.syntaxError(e, name)
	} else {
		text = p.finalLine(name, p.safeStr(e.V(), "exception")+suggestion(p.th, e, e.Traceback))
	}
	return text + p.notes(e)
}

func (p *excPrinter) finalLine(name, msg string) string {
	c := p.colors()
	if msg == "" {
		return c.boldMagenta + name + c.reset + "\n"
	}
	return c.boldMagenta + name + c.reset + ": " + c.magenta + msg + c.reset + "\n"
}

// excTypeName is the class's qualified name, with its module unless that is builtins or __main__.
func excTypeName(th *Thread, t *object.Type) string {
	pending := th.Exc
	mod, _ := th.LookupAttr(t.V(), strModuleAttr)
	th.Exc = pending
	m, ok := object.GoString(orNone(mod))
	switch {
	case !ok:
		return "<unknown>." + t.Qualname
	case m == "builtins" || m == "__main__":
		return t.Qualname
	}
	return m + "." + t.Qualname
}

var strModuleAttr = object.NewStr("__module__")

// safeStr is str(v), or a remark when that raises.
func (p *excPrinter) safeStr(v Value, what string) string {
	s, ok := p.th.Str(v)
	if !ok {
		p.th.Exc = Value{}
		return "<" + what + " str() failed>"
	}
	return s
}

var strNotes = object.NewStr("__notes__")

func (p *excPrinter) notes(e *object.Exception) string {
	v, ok := p.th.LookupAttr(e.V(), strNotes)
	if !ok {
		exc := p.th.TakeExc()
		return "Ignored error getting __notes__: " + p.repr(exc) + "\n"
	}
	if v.IsNil() || v.IsNone() {
		return ""
	}
	list, isList := object.AsList(v)
	tuple, isTuple := object.AsTuple(v)
	var items []Value
	switch {
	case isList:
		items = list.Items
	case isTuple:
		items = tuple.Items
	default:
		s, ok := p.th.Repr(v)
		if !ok {
			p.th.Exc = Value{}
			s = "<__notes__ repr() failed>"
		}
		return s + "\n"
	}
	var b strings.Builder
	for _, n := range items {
		for _, line := range strings.Split(p.safeStr(n, "note"), "\n") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func (p *excPrinter) repr(v Value) string {
	s, ok := p.th.Repr(v)
	if !ok {
		p.th.Exc = Value{}
		return "<repr() failed>"
	}
	return s
}

// stack returns the text of the frames of a traceback.
func (p *excPrinter) stack(frames []*object.Traceback) string {
	var b strings.Builder
	var last frameKey
	count := 0
	flush := func() {
		if count > recursiveLimit {
			n := count - recursiveLimit
			b.WriteString("  [Previous line repeated " + strconv.Itoa(n) + " more time" + plural(n) + "]\n")
		}
	}
	for _, tb := range frames {
		key := frameKey{tb.Frame.Code.Filename, tb.Line(), tb.Frame.Code.Name}
		if key != last {
			flush()
			last, count = key, 0
		}
		if count++; count > recursiveLimit {
			continue
		}
		b.WriteString(p.frame(tb))
	}
	flush()
	return b.String()
}

type frameKey struct {
	file string
	line int
	name string
}

// limit applies the option, or sys.tracebacklimit.
func (p *excPrinter) limit(tb *object.Traceback) (frames []*object.Traceback) {
	for ; tb != nil; tb = tb.Next {
		if tb.Frame != nil {
			frames = append(frames, tb)
		}
	}
	n := p.opt.Limit
	if n == 0 && p.th.Interp.Sys != nil {
		if v := p.th.Interp.Sys.Dict.GetName("tracebacklimit"); !v.IsNil() {
			if i, ok := v.SmallInt(); ok {
				if i <= 0 {
					return nil
				}
				n = -int(i) // the limit of an uncaught exception keeps the innermost
			}
		}
	}
	switch {
	case n > 0 && n < len(frames):
		frames = frames[:n]
	case n < 0 && -n < len(frames):
		frames = frames[len(frames)+n:]
	}
	return frames
}

// frame returns the text of one frame: place, source lines, anchors.
func (p *excPrinter) frame(tb *object.Traceback) string {
	code := tb.Frame.Code
	f := frameText{file: code.Filename, name: code.Name, line: tb.Line()}
	if !p.plain && !p.th.Interp.GetHost().Flags.NoDebugRanges && tb.Lineno == 0 && code.Source != nil && code.Source.Locate != nil && tb.Pos != 0 {
		start, end := tb.Pos.Span()
		l1, c1 := code.Source.Locate(start)
		l2, c2 := code.Source.Locate(end)
		f.endLine, f.col, f.endCol, f.located = l2, c1, c2, true
		if l1 != f.line {
			f.located = false
		}
	}
	if f.endLine < f.line {
		f.endLine = f.line
	}
	for n := f.line; n <= f.endLine; n++ {
		f.lines = append(f.lines, p.src.line(code, tb.Frame.Globals, n))
	}
	return f.format(p.colors())
}
