// From the syntax tree to the matcher's program.
package remod

import (
	"unicode/utf8"

	"pyasync/object"
)

// opcode numbers the matcher's instructions.
type opcode uint8

const (
	opMatch  opcode = iota // the whole pattern matched
	opSubEnd               // the end of a lookaround or atomic body
	opFail
	opByte     // one byte b
	opString   // the bytes s
	opSet      // a character of set
	opAny      // any character but newline
	opAnyAll   // any character
	opAt       // position assertion x
	opSave     // store the position in slot x; odd slots close a group
	opJump     // go on at x
	opSplit    // try x, then y
	opSplitSet // like opSplit, but x is hopeless unless the next byte is in first
	opRepeat   // opByte, opSet, opAny or opAnyAll repeated min to max times
	opLoopInit // clear the counter and last position in registers x, x+1
	opLoop     // at the head of a loop with a counter; body at next, exit at y
	opLazyLoop
	opLazyBody // one more round of a lazy loop
	opBackref  // the text of group x
	opCond     // go on at y unless group x matched
	opLook     // lookaround: body at next, go on at y; steps back min characters first
	opAtomic   // atomic body at next, go on at y
)

// inst is an instruction.
type inst struct {
	op       opcode
	sub      opcode // what opRepeat repeats
	kind     repeatKind
	b        byte
	negative bool
	behind   bool
	fold     bool
	ascii    bool
	x, y     int
	min, max int
	set      *charset
	s        string
	first    *byteSet
	// after is the byte that must follow a repeat, -1 when it is not known.
	after int
}

// byteSet is a set of first bytes.
type byteSet [4]uint64

func (s *byteSet) add(b byte)      { s[b>>6] |= 1 << (b & 63) }
func (s *byteSet) has(b byte) bool { return s[b>>6]>>(b&63)&1 != 0 }

// program is a compiled pattern.
type program struct {
	code     []inst
	isText   bool
	flags    int
	groups   int // without group 0
	regs     int
	names    map[string]int
	order    []string // of names
	prefix   string   // literal text at the start
	first    *byteSet // bytes a match may start with, nil when it may be empty
	anchored bool     // matches at the start of the text only
	minWidth int
}

// lookbehindError is the compiler's one complaint.
const lookbehindError = "look-behind requires fixed-width pattern"

type compiler struct {
	p    *parser
	prog *program
}

// compileNodes makes the program of a parsed pattern.
func compileNodes(p *parser, seq []*node) *program {
	prog := &program{isText: p.isText, flags: p.flags, groups: p.groups - 1, names: p.names, order: p.nameOrder}
	c := &compiler{p, prog}
	c.seq(seq, p.flags)
	c.emit(inst{op: opMatch})
	prog.minWidth, _ = p.widths(seq)
	var first byteSet
	if !c.first(seq, p.flags, &first) {
		prog.first = &first
	}
	c.findPrefix()
	for _, i := range prog.code {
		if i.op == opSave {
			continue
		}
		prog.anchored = i.op == opAt && (atCode(i.x) == atBeginningString || atCode(i.x) == atBeginning && !i.behind)
		break
	}
	c.lookAhead()
	return prog
}

func (c *compiler) emit(i inst) int {
	c.prog.code = append(c.prog.code, i)
	return len(c.prog.code) - 1
}

func (c *compiler) here() int { return len(c.prog.code) }

// findPrefix takes the literal text that every match starts with.
func (c *compiler) findPrefix() {
	for _, i := range c.prog.code {
		switch i.op {
		case opSave:
			continue
		case opByte:
			c.prog.prefix += string([]byte{i.b})
			continue
		case opString:
			c.prog.prefix += i.s
			continue
		}
		break
	}
}

// lookAhead notes for each repeat the byte that must follow it, so that backtracking can skip the others.
func (c *compiler) lookAhead() {
	code := c.prog.code
	for k := range code {
		if code[k].op != opRepeat {
			continue
		}
		code[k].after = -1
		j := k + 1
		for code[j].op == opSave || code[j].op == opJump {
			if code[j].op == opJump {
				j = code[j].x
			} else {
				j++
			}
		}
		switch code[j].op {
		case opByte:
			code[k].after = int(code[j].b)
		case opString:
			code[k].after = int(code[j].s[0])
		}
	}
}

func (c *compiler) seq(seq []*node, flags int) {
	for i := 0; i < len(seq); i++ {
		// Runs of literals become one comparison.
		if flags&flagIgnoreCase == 0 && seq[i].op == nLiteral {
			var b []byte
			for ; i < len(seq) && seq[i].op == nLiteral; i++ {
				b = c.appendChar(b, seq[i].r)
			}
			i--
			if len(b) == 1 {
				c.emit(inst{op: opByte, b: b[0]})
			} else {
				c.emit(inst{op: opString, s: string(b)})
			}
			continue
		}
		c.node(seq[i], flags)
	}
}

func (c *compiler) appendChar(b []byte, r rune) []byte {
	if !c.prog.isText {
		return append(b, byte(r))
	}
	return object.AppendRune(b, r)
}

func (c *compiler) node(n *node, flags int) {
	if i, ok := c.single(n, flags); ok {
		c.emit(i)
		return
	}
	switch n.op {
	case nAt:
		c.emit(inst{op: opAt, x: int(n.at), behind: n.at <= atEndString && flags&flagMultiline != 0, ascii: flags&flagUnicode == 0})
	case nBranch:
		c.branch(n.kids, flags)
	case nGroup:
		flags = groupFlags(flags, n)
		if n.group == 0 {
			c.seq(n.kids[0], flags)
			return
		}
		c.emit(inst{op: opSave, x: 2 * n.group})
		c.seq(n.kids[0], flags)
		c.emit(inst{op: opSave, x: 2*n.group + 1})
	case nAtomic:
		c.atomic(func() { c.seq(n.kids[0], flags) })
	case nRepeat:
		if n.kind == possessive {
			m := *n
			m.kind = greedy
			c.atomic(func() { c.repeat(&m, flags) })
			return
		}
		c.repeat(n, flags)
	case nBackref:
		c.emit(inst{op: opBackref, x: n.group, fold: flags&flagIgnoreCase != 0, ascii: flags&flagUnicode == 0})
	case nCond:
		at := c.emit(inst{op: opCond, x: n.group})
		c.seq(n.kids[0], flags)
		if len(n.kids) == 1 {
			c.prog.code[at].y = c.here()
			return
		}
		j := c.emit(inst{op: opJump})
		c.prog.code[at].y = c.here()
		c.seq(n.kids[1], flags)
		c.prog.code[j].x = c.here()
	case nLook:
		i := inst{op: opLook, negative: n.negative, behind: n.behind}
		if n.behind {
			lo, hi := c.p.widths(n.kids[0])
			if lo != hi {
				panic(patternError{lookbehindError, -1})
			}
			i.min = lo
		}
		at := c.emit(i)
		c.seq(n.kids[0], flags)
		c.emit(inst{op: opSubEnd})
		c.prog.code[at].y = c.here()
	case nFail:
		c.emit(inst{op: opFail})
	}
}

func groupFlags(flags int, n *node) int {
	if n.add&typeFlags != 0 {
		flags &^= typeFlags
	}
	return (flags | n.add) &^ n.del
}

func (c *compiler) atomic(body func()) {
	at := c.emit(inst{op: opAtomic})
	body()
	c.emit(inst{op: opSubEnd})
	c.prog.code[at].y = c.here()
}

// single returns the instruction of a node that matches one character.
func (c *compiler) single(n *node, flags int) (inst, bool) {
	switch n.op {
	case nAny:
		if flags&flagDotAll != 0 {
			return inst{op: opAnyAll}, true
		}
		return inst{op: opAny}, true
	case nSet:
		return inst{op: opSet, set: newCharset(n.set, flags)}, true
	case nNotLiteral:
		return inst{op: opSet, set: newCharset(&setSpec{negate: true, items: []setItem{{lo: n.r, hi: n.r}}}, flags)}, true
	case nBranch:
		return c.branchSet(n, flags)
	case nGroup:
		if n.group == 0 && len(n.kids[0]) == 1 {
			return c.single(n.kids[0][0], groupFlags(flags, n))
		}
	case nLiteral:
		if flags&flagIgnoreCase != 0 {
			folds := false
			eachFold(n.r, flags&flagUnicode == 0, func(rune) { folds = true })
			if folds {
				return inst{op: opSet, set: newCharset(&setSpec{items: []setItem{{lo: n.r, hi: n.r}}}, flags)}, true
			}
		}
		b := c.appendChar(nil, n.r)
		if len(b) == 1 {
			return inst{op: opByte, b: b[0]}, true
		}
		return inst{op: opString, s: string(b)}, true
	}
	return inst{}, false
}

// branchSet merges alternatives of one character each into a set.
func (c *compiler) branchSet(n *node, flags int) (inst, bool) {
	spec := &setSpec{}
	for _, k := range n.kids {
		switch {
		case len(k) != 1:
			return inst{}, false
		case k[0].op == nLiteral:
			spec.items = append(spec.items, setItem{lo: k[0].r, hi: k[0].r})
		case k[0].op == nSet && !k[0].set.negate:
			spec.items = append(spec.items, k[0].set.items...)
		default:
			return inst{}, false
		}
	}
	return inst{op: opSet, set: newCharset(spec, flags)}, true
}

// branch compiles alternatives. Those that cannot start with the next byte are skipped without trying them.
func (c *compiler) branch(kids [][]*node, flags int) {
	var jumps []int
	for k, kid := range kids {
		split := -1
		if k < len(kids)-1 {
			var first byteSet
			if c.first(kid, flags, &first) {
				split = c.emit(inst{op: opSplit})
			} else {
				split = c.emit(inst{op: opSplitSet, first: &first})
			}
			c.prog.code[split].x = c.here()
		}
		c.seq(kid, flags)
		if k < len(kids)-1 {
			jumps = append(jumps, c.emit(inst{op: opJump}))
			c.prog.code[split].y = c.here()
		}
	}
	for _, j := range jumps {
		c.prog.code[j].x = c.here()
	}
}

func (c *compiler) repeat(n *node, flags int) {
	body := n.kids[0]
	if n.max == 0 {
		return
	}
	if len(body) == 1 {
		if i, ok := c.single(body[0], flags); ok && (i.op != opString || utf8.RuneCountInString(i.s) == 1) {
			c.emit(inst{op: opRepeat, sub: i.op, kind: n.kind, min: n.min, max: n.max, b: i.b, set: i.set, s: i.s})
			return
		}
	}
	lo, _ := c.p.widths(body)
	switch {
	case n.min == 1 && n.max == 1:
		c.seq(body, flags)
	case n.min == 0 && n.max == 1:
		c.optional(n, flags)
	case n.max == maxRepeat && n.min <= 1 && lo > 0:
		c.simpleLoop(n, flags)
	default:
		c.countedLoop(n, flags)
	}
}

// split emits a choice between going on (the body) and an exit to be set, in the order of preference.
func (c *compiler) split(n *node, flags int) int {
	var first byteSet
	if n.kind == greedy && !c.first(n.kids[0], flags, &first) {
		return c.emit(inst{op: opSplitSet, x: c.here() + 1, first: &first})
	}
	return c.emit(inst{op: opSplit, x: c.here() + 1})
}

// setExit completes a choice made by split.
func (c *compiler) setExit(at int, kind repeatKind) {
	i := &c.prog.code[at]
	i.y = c.here()
	if kind == lazy {
		i.x, i.y = i.y, i.x
	}
}

func (c *compiler) optional(n *node, flags int) {
	at := c.split(n, flags)
	c.seq(n.kids[0], flags)
	c.setExit(at, n.kind)
}

// simpleLoop is * or + of a body that cannot match the empty text.
func (c *compiler) simpleLoop(n *node, flags int) {
	start := c.here()
	if n.min == 0 {
		at := c.split(n, flags)
		c.seq(n.kids[0], flags)
		c.emit(inst{op: opJump, x: start})
		c.setExit(at, n.kind)
		return
	}
	c.seq(n.kids[0], flags)
	if n.kind == lazy {
		c.emit(inst{op: opSplit, x: c.here() + 1, y: start})
		return
	}
	c.emit(inst{op: opSplit, x: start, y: c.here() + 1})
}

// countedLoop counts its rounds and refuses to go round again without having moved.
func (c *compiler) countedLoop(n *node, flags int) {
	reg := c.prog.regs
	c.prog.regs += 2
	c.emit(inst{op: opLoopInit, x: reg})
	if n.kind == lazy {
		head := c.emit(inst{op: opLazyLoop, x: reg, min: n.min, max: n.max})
		c.emit(inst{op: opLazyBody, x: reg, min: n.min, max: n.max})
		c.seq(n.kids[0], flags)
		c.emit(inst{op: opJump, x: head})
		c.prog.code[head].y = c.here()
		return
	}
	head := c.emit(inst{op: opLoop, x: reg, min: n.min, max: n.max})
	c.seq(n.kids[0], flags)
	c.emit(inst{op: opJump, x: head})
	c.prog.code[head].y = c.here()
}

// first adds the bytes that a match of seq may start with to set; it reports whether seq may match without
// consuming anything (then set does not tell).
func (c *compiler) first(seq []*node, flags int, set *byteSet) (nullable bool) {
	for _, n := range seq {
		if !c.firstOf(n, flags, set) {
			return false
		}
	}
	return true
}

func (c *compiler) firstOf(n *node, flags int, set *byteSet) (nullable bool) {
	if i, ok := c.single(n, flags); ok {
		c.firstByte(i, set)
		return false
	}
	switch n.op {
	case nBranch:
		for _, k := range n.kids {
			if c.first(k, flags, set) {
				nullable = true
			}
		}
		return nullable
	case nGroup:
		return c.first(n.kids[0], groupFlags(flags, n), set)
	case nAtomic:
		return c.first(n.kids[0], flags, set)
	case nRepeat:
		return c.first(n.kids[0], flags, set) || n.min == 0
	case nAt, nLook:
		return true
	case nFail:
		return false
	}
	for b := range 256 {
		set.add(byte(b))
	}
	return true
}

// firstByte adds the bytes with which the characters of a one-character instruction start.
func (c *compiler) firstByte(i inst, set *byteSet) {
	switch i.op {
	case opByte:
		set.add(i.b)
	case opString:
		set.add(i.s[0])
	case opAny, opAnyAll:
		for b := range 256 {
			if b != '\n' || i.op == opAnyAll {
				set.add(byte(b))
			}
		}
	case opSet:
		limit := 128
		if !c.prog.isText {
			limit = 256
		}
		for r := range limit {
			if i.set.has(rune(r)) {
				set.add(byte(r))
			}
		}
		if c.prog.isText && i.set.mayBeBig() {
			for b := 0xC2; b <= 0xF4; b++ {
				set.add(byte(b))
			}
		}
	}
}

// mayBeBig reports whether the set may have members beyond ASCII.
func (c *charset) mayBeBig() bool {
	if c.negate || c.fold {
		return true
	}
	for _, x := range c.items {
		if x.class != 0 && (!c.ascii || x.class < 'a') || x.hi >= 0x80 {
			return true
		}
	}
	return false
}
