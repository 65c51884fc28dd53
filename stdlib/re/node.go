// Package remod is Python's module re: a parser for its pattern language, a backtracking matcher over UTF-8 text or
// bytes, and the Pattern and Match objects.
//
// The matcher is our own because Python's semantics (backreferences, lookbehind, conditional and atomic groups, what
// groups hold after backtracking, positions in code points) are beyond Go's regexp, and the backtracking engines for
// Go work on slices of runes, which would have to be made of every text. Its backtrack stack is explicit: patterns
// cannot overflow the Go stack.
package remod

// Flags, with the values of RegexFlag.
const (
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256

	typeFlags   = flagASCII | flagLocale | flagUnicode
	globalFlags = flagDebug
)

// nodeOp is the kind of a syntax node.
type nodeOp uint8

const (
	nLiteral nodeOp = iota
	nNotLiteral
	nSet
	nAny
	nAt
	nBranch
	nGroup // group, capturing when group > 0, with flags turned on and off
	nAtomic
	nRepeat
	nBackref
	nCond
	nLook
	nFail
)

// atCode is the kind of a position assertion.
type atCode uint8

const (
	atBeginning       atCode = iota // ^
	atBeginningString               // \A
	atEnd                           // $
	atEndString                     // \Z
	atBoundary                      // \b
	atNonBoundary                   // \B
)

// repeatKind is how a repeat tries its counts.
type repeatKind uint8

const (
	greedy repeatKind = iota
	lazy
	possessive
)

const (
	maxRepeat = 4294967295
	maxWidth  = 1 << 62
	maxGroups = 1073741823
)

// node is a node of the syntax tree.
type node struct {
	op       nodeOp
	r        rune // literal
	set      *setSpec
	at       atCode
	kind     repeatKind
	min, max int
	group    int
	add, del int // flags of a group
	behind   bool
	negative bool
	kids     [][]*node // alternatives; yes and no of a condition; the body in kids[0]
}

// setSpec is a character set as written.
type setSpec struct {
	negate bool
	items  []setItem
}

// setItem is a range of characters, or a category (class is one of "dDsSwW").
type setItem struct {
	lo, hi rune
	class  byte
}

// widths returns the least and greatest number of characters that a sequence matches.
func (p *parser) widths(seq []*node) (lo, hi int) {
	for _, n := range seq {
		l, h := p.nodeWidths(n)
		lo, hi = min(lo+l, maxWidth), min(hi+h, maxWidth)
	}
	return lo, hi
}

func (p *parser) nodeWidths(n *node) (lo, hi int) {
	switch n.op {
	case nLiteral, nNotLiteral, nSet, nAny:
		return 1, 1
	case nBranch:
		lo = maxWidth
		for _, k := range n.kids {
			l, h := p.widths(k)
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	case nGroup, nAtomic:
		return p.widths(n.kids[0])
	case nRepeat:
		l, h := p.widths(n.kids[0])
		return mulWidth(l, n.min), mulWidth(h, n.max)
	case nBackref:
		if w := p.groupWidths[n.group]; w != nil {
			return w[0], w[1]
		}
	case nCond:
		lo, hi = p.widths(n.kids[0])
		if len(n.kids) == 1 {
			return 0, hi
		}
		l, h := p.widths(n.kids[1])
		return min(lo, l), max(hi, h)
	}
	return 0, 0
}

func mulWidth(w, n int) int {
	if w == 0 || n == 0 {
		return 0
	}
	if n == maxRepeat || w > maxWidth/n {
		return maxWidth
	}
	return w * n
}
