// The matcher: a backtracking machine with an explicit stack.
package remod

import (
	"strings"

	"pyasync/object"
)

// frame is an entry of the backtrack stack: a choice to take up again, or a change to undo.
type frame struct {
	kind frameKind
	pc   int32
	a, b int
}

type frameKind uint8

const (
	fChoice  frameKind = iota // go on at pc, position a
	fCapture                  // capture slot pc was a
	fReg                      // register pc was a
	fLast                     // last closed group was a
	fGreedy                   // a greedy opRepeat at pc may end at a, down to b
	fLazy                     // a lazy opRepeat at pc has matched b characters up to a
)

// machine runs a program on one text.
type machine struct {
	prog  *program
	th    *object.Thread
	s     string
	end   int // of the part of s that is searched
	caps  []int
	regs  []int
	stack []frame
	last  int // number of the last closed group
	steps int

	full        bool // the match must reach the end
	mustAdvance int  // the match must not end here, -1: no such position
	failed      bool // an exception is pending
}

func newMachine(prog *program) *machine {
	return &machine{prog: prog, caps: make([]int, 2*prog.groups+2), regs: make([]int, prog.regs)}
}

// matchAt tries to match at pos; end is -1 when it fails.
func (m *machine) matchAt(pos int) (end int) {
	for i := range m.caps {
		m.caps[i] = -1
	}
	m.last = 0
	m.stack = m.stack[:0]
	m.failed = false
	end = m.run(0, pos)
	if end >= 0 {
		m.caps[0], m.caps[1] = pos, end
	}
	return end
}

// search looks for the first match at pos or later and returns where it starts, -1 for none.
func (m *machine) search(pos int) int {
	p := m.prog
	if p.anchored {
		if pos == 0 && m.matchAt(0) >= 0 {
			return 0
		}
		return -1
	}
	for pos <= m.end {
		switch {
		case p.prefix != "":
			i := strings.Index(m.s[pos:m.end], p.prefix)
			if i < 0 {
				return -1
			}
			pos += i
		case p.first != nil:
			for pos < m.end && !p.first.has(m.s[pos]) {
				pos++
			}
			if pos >= m.end {
				return -1
			}
		}
		if m.matchAt(pos) >= 0 {
			return pos
		}
		if m.failed || pos >= m.end {
			return -1
		}
		pos += m.width(pos)
	}
	return -1
}

// width returns the number of bytes of the character at pos.
func (m *machine) width(pos int) int {
	if c := m.s[pos]; c < 0x80 || !m.prog.isText {
		return 1
	} else if c < 0xE0 {
		return 2
	} else if c < 0xF0 {
		return 3
	}
	return 4
}

// before returns the start of the character that ends at pos.
func (m *machine) before(pos int) int {
	pos--
	if m.prog.isText {
		for pos > 0 && m.s[pos]&0xC0 == 0x80 {
			pos--
		}
	}
	return pos
}

// runeAt returns the character at pos.
func (m *machine) runeAt(pos int) (r rune, n int) {
	if c := m.s[pos]; c < 0x80 || !m.prog.isText {
		return rune(c), 1
	}
	return object.DecodeRune(m.s[pos:])
}

// one matches the single-character instruction at pos and returns the width of the character, 0 for no match.
func (m *machine) one(op opcode, i *inst, pos int) int {
	if pos >= m.end {
		return 0
	}
	switch op {
	case opByte:
		if m.s[pos] == i.b {
			return 1
		}
	case opString:
		if strings.HasPrefix(m.s[pos:m.end], i.s) {
			return len(i.s)
		}
	case opAny:
		if m.s[pos] != '\n' {
			return m.width(pos)
		}
	case opAnyAll:
		return m.width(pos)
	case opSet:
		r, n := m.runeAt(pos)
		if i.set.has(r) {
			return n
		}
	}
	return 0
}

// span matches up to limit characters and returns the position behind them and their number.
func (m *machine) span(i *inst, pos, limit int) (end, n int) {
	s := m.s[:m.end]
	switch i.sub {
	case opByte:
		for n < limit && pos < len(s) && s[pos] == i.b {
			pos++
			n++
		}
		return pos, n
	case opAny:
		if limit >= len(s)-pos {
			stop := len(s)
			if j := strings.IndexByte(s[pos:], '\n'); j >= 0 {
				stop = pos + j
			}
			return stop, stop - pos // an upper bound of the number, which is all that is needed here
		}
	case opAnyAll:
		if limit >= len(s)-pos {
			return len(s), len(s) - pos
		}
	case opSet:
		low := &i.set.low
		for n < limit && pos < len(s) {
			c := s[pos]
			if c < 0x80 || !m.prog.isText {
				if low[c>>6]>>(c&63)&1 == 0 {
					break
				}
				pos++
			} else {
				r, w := object.DecodeRune(s[pos:])
				if !i.set.has(r) {
					break
				}
				pos += w
			}
			n++
		}
		return pos, n
	}
	for n < limit {
		w := m.one(i.sub, i, pos)
		if w == 0 {
			break
		}
		pos += w
		n++
	}
	return pos, n
}

func (m *machine) push(f frame) { m.stack = append(m.stack, f) }

func (m *machine) setCapture(slot, pos int) {
	m.push(frame{kind: fCapture, pc: int32(slot), a: m.caps[slot]})
	m.caps[slot] = pos
}

func (m *machine) setReg(reg, v int) {
	m.push(frame{kind: fReg, pc: int32(reg), a: m.regs[reg]})
	m.regs[reg] = v
}

// maxStack bounds the backtrack stack; beyond it MemoryError is raised.
const maxStack = 1 << 26

// pollInterval is how many backtracking steps pass between looks at signals.
const pollInterval = 1 << 16

// poll looks up from the work: it reports false when an exception is pending.
func (m *machine) poll() bool {
	m.steps = 0
	if len(m.stack) > maxStack {
		m.th.MemoryError()
		m.failed = true
		return false
	}
	if m.th.Interp.Interrupt.Load() != 0 && m.th.Interp.Hooks.Poll != nil && !m.th.Interp.Hooks.Poll(m.th) {
		m.failed = true
		return false
	}
	return true
}

// run executes the program from pc at pos until opMatch or opSubEnd; it returns the position reached, or -1 when all
// choices made since it began have failed.
func (m *machine) run(pc, pos int) int {
	base := len(m.stack)
	code := m.prog.code
	for {
		ok := false
		i := &code[pc]
		switch i.op {
		case opByte:
			if ok = pos < m.end && m.s[pos] == i.b; ok {
				pos++
				pc++
			}
		case opString:
			if ok = strings.HasPrefix(m.s[pos:m.end], i.s); ok {
				pos += len(i.s)
				pc++
			}
		case opSet, opAny, opAnyAll:
			if w := m.one(i.op, i, pos); w > 0 {
				ok = true
				pos += w
				pc++
			}
		case opAt:
			ok = m.at(i, pos)
			pc++
		case opSave:
			ok = true
			m.setCapture(i.x, pos)
			if i.x&1 == 1 {
				m.push(frame{kind: fLast, a: m.last})
				m.last = i.x / 2
			}
			pc++
		case opJump:
			ok = true
			pc = i.x
		case opSplitSet:
			if ok = true; pos >= m.end || !i.first.has(m.s[pos]) {
				pc = i.y
				break
			}
			m.push(frame{kind: fChoice, pc: int32(i.y), a: pos})
			pc = i.x
		case opSplit:
			ok = true
			m.push(frame{kind: fChoice, pc: int32(i.y), a: pos})
			pc = i.x
		case opRepeat:
			if pos, ok = m.repeat(i, pc, pos); ok {
				pc++
			}
		case opLoopInit:
			ok = true
			m.setReg(i.x, 0)
			m.setReg(i.x+1, -1)
			pc++
		case opLoop, opLazyLoop, opLazyBody:
			pc, ok = m.loop(i, pc, pos)
		case opBackref:
			pos, ok = m.backref(i, pos)
			pc++
		case opCond:
			ok = true
			if m.caps[2*i.x+1] < 0 {
				pc = i.y
			} else {
				pc++
			}
		case opLook:
			ok = m.look(i, pc, pos)
			pc = i.y
		case opAtomic:
			from := len(m.stack)
			if end := m.run(pc+1, pos); end >= 0 {
				m.keepUndo(from)
				ok = true
				pos = end
				pc = i.y
			}
		case opSubEnd:
			return pos
		case opMatch:
			if (!m.full || pos == m.end) && pos != m.mustAdvance {
				return pos
			}
		}
		if ok {
			continue
		}
		if m.steps++; m.steps > pollInterval && !m.poll() || m.failed {
			return -1
		}
		if pc, pos, ok = m.backtrack(base); !ok {
			return -1
		}
	}
}

// backtrack takes up the last choice made above base.
func (m *machine) backtrack(base int) (pc, pos int, ok bool) {
	for len(m.stack) > base {
		f := &m.stack[len(m.stack)-1]
		switch f.kind {
		case fCapture:
			m.caps[f.pc] = f.a
		case fReg:
			m.regs[f.pc] = f.a
		case fLast:
			m.last = f.a
		case fChoice:
			pc, pos = int(f.pc), f.a
			m.stack = m.stack[:len(m.stack)-1]
			return pc, pos, true
		case fGreedy:
			if pos, ok = m.shorter(f); ok {
				return int(f.pc) + 1, pos, true
			}
		case fLazy:
			if pos, ok = m.longer(f); ok {
				return int(f.pc) + 1, pos, true
			}
		}
		m.stack = m.stack[:len(m.stack)-1]
	}
	return 0, 0, false
}

// shorter gives up characters of a greedy repeat until what follows may match.
func (m *machine) shorter(f *frame) (pos int, ok bool) {
	after := m.prog.code[f.pc].after
	for f.a > f.b {
		f.a = m.before(f.a)
		if after < 0 || f.a < m.end && int(m.s[f.a]) == after {
			return f.a, true
		}
	}
	return 0, false
}

// longer takes one more character into a lazy repeat.
func (m *machine) longer(f *frame) (pos int, ok bool) {
	i := &m.prog.code[f.pc]
	for f.b < i.max {
		w := m.one(i.sub, i, f.a)
		if w == 0 {
			return 0, false
		}
		f.a += w
		f.b++
		if i.after < 0 || f.a < m.end && int(m.s[f.a]) == i.after {
			return f.a, true
		}
	}
	return 0, false
}

// repeat runs opRepeat: it matches what comes first and leaves the rest as a choice.
func (m *machine) repeat(i *inst, pc, pos int) (int, bool) {
	start := pos
	if i.min > 0 {
		var n int
		if start, n = m.exactly(i, pos); n < i.min {
			return 0, false
		}
	}
	if i.kind == lazy {
		m.push(frame{kind: fLazy, pc: int32(pc), a: start, b: i.min})
		if i.after < 0 || start < m.end && int(m.s[start]) == i.after {
			return start, true
		}
		return 0, false // the choice just left finds the first place where what follows may match
	}
	end, _ := m.span(i, start, i.max-i.min)
	if end == start {
		return start, true
	}
	m.push(frame{kind: fGreedy, pc: int32(pc), a: end, b: start})
	if i.after < 0 || end < m.end && int(m.s[end]) == i.after {
		return end, true
	}
	return 0, false
}

// exactly matches i.min characters.
func (m *machine) exactly(i *inst, pos int) (end, n int) {
	for n < i.min {
		w := m.one(i.sub, i, pos)
		if w == 0 {
			break
		}
		pos += w
		n++
	}
	return pos, n
}

// loop runs the head of a counted loop and returns where to go on.
func (m *machine) loop(i *inst, pc, pos int) (next int, ok bool) {
	count, last := m.regs[i.x], m.regs[i.x+1]
	switch {
	case i.op == opLazyBody:
		if count >= i.max || pos == last {
			return 0, false
		}
		m.setReg(i.x, count+1)
		m.setReg(i.x+1, pos)
		return pc + 1, true
	case count < i.min:
		m.setReg(i.x, count+1)
		if i.op == opLazyLoop {
			return pc + 2, true
		}
		return pc + 1, true
	case i.op == opLazyLoop:
		m.push(frame{kind: fChoice, pc: int32(pc + 1), a: pos})
		return i.y, true
	case count < i.max && pos != last:
		m.push(frame{kind: fChoice, pc: int32(i.y), a: pos})
		m.setReg(i.x, count+1)
		m.setReg(i.x+1, pos)
		return pc + 1, true
	}
	return i.y, true
}

// keepUndo removes the choices above from and keeps what undoes changes.
func (m *machine) keepUndo(from int) {
	kept := m.stack[:from]
	for _, f := range m.stack[from:] {
		if f.kind == fCapture || f.kind == fReg || f.kind == fLast {
			kept = append(kept, f)
		}
	}
	m.stack = kept
}

// look runs a lookaround assertion.
func (m *machine) look(i *inst, pc, pos int) bool {
	for n := i.min; n > 0; n-- {
		if pos <= 0 {
			return i.negative
		}
		pos = m.before(pos)
	}
	from := len(m.stack)
	full, advance := m.full, m.mustAdvance
	m.full, m.mustAdvance = false, -1
	end := m.run(pc+1, pos)
	m.full, m.mustAdvance = full, advance
	if m.failed {
		return false
	}
	if end < 0 {
		return i.negative
	}
	if i.negative {
		m.undo(from)
		return false
	}
	m.keepUndo(from)
	return true
}

// undo takes back all changes made above from.
func (m *machine) undo(from int) {
	for len(m.stack) > from {
		f := m.stack[len(m.stack)-1]
		switch f.kind {
		case fCapture:
			m.caps[f.pc] = f.a
		case fReg:
			m.regs[f.pc] = f.a
		case fLast:
			m.last = f.a
		}
		m.stack = m.stack[:len(m.stack)-1]
	}
}

// backref matches the text of a group again.
func (m *machine) backref(i *inst, pos int) (int, bool) {
	from, to := m.caps[2*i.x], m.caps[2*i.x+1]
	if to < 0 || from > to {
		return 0, false
	}
	text := m.s[from:to]
	if !i.fold {
		return pos + len(text), strings.HasPrefix(m.s[pos:m.end], text)
	}
	for from < to {
		if pos >= m.end {
			return 0, false
		}
		r, n := m.runeAt(from)
		x, k := m.runeAt(pos)
		same := r == x
		if !same {
			eachFold(r, i.ascii, func(y rune) { same = same || x == y })
		}
		if !same {
			return 0, false
		}
		from += n
		pos += k
	}
	return pos, true
}

// at tests a position assertion; i.behind says MULTILINE here.
func (m *machine) at(i *inst, pos int) bool {
	switch atCode(i.x) {
	case atBeginning:
		return pos == 0 || i.behind && m.s[pos-1] == '\n'
	case atBeginningString:
		return pos == 0
	case atEnd:
		return pos == m.end || m.s[pos] == '\n' && (i.behind || pos+1 == m.end)
	case atEndString:
		return pos == m.end
	case atBoundary:
		return m.end > 0 && m.wordBoundary(i, pos)
	case atNonBoundary:
		// CPython finds neither \b nor \B in the empty text.
		return m.end > 0 && !m.wordBoundary(i, pos)
	}
	return false
}

func (m *machine) wordBoundary(i *inst, pos int) bool {
	left, right := false, false
	if pos > 0 {
		r, _ := m.runeAt(m.before(pos))
		left = isWord(r, i.ascii)
	}
	if pos < m.end {
		r, _ := m.runeAt(pos)
		right = isWord(r, i.ascii)
	}
	return left != right
}
