// The parser of pattern syntax. Errors, their texts and positions are those of CPython's re._parser.
package remod

import (
	"fmt"
	"strconv"
	"strings"

	"pyasync/object"
)

// patternError is a syntax error in a pattern or template; pos is a code point index, -1 for none.
type patternError struct {
	msg string
	pos int
}

// overflow is the OverflowError of a repeat count out of range.
type overflow struct{}

// tokenizer yields characters, an escape sequence's backslash together with the next character.
type tokenizer struct {
	text   []rune
	isText bool
	index  int
	next   string // "" at the end
	width  int    // of next, in code points
}

func newTokenizer(text []rune, isText bool) *tokenizer {
	t := &tokenizer{text: text, isText: isText}
	t.advance()
	return t
}

func runeString(r rune) string { return string(object.AppendRune(nil, r)) }

func (t *tokenizer) advance() {
	i := t.index
	if i >= len(t.text) {
		t.next, t.width = "", 0
		return
	}
	t.next, t.width = runeString(t.text[i]), 1
	if t.text[i] == '\\' {
		i++
		if i >= len(t.text) {
			panic(patternError{"bad escape (end of pattern)", len(t.text) - 1})
		}
		t.next, t.width = t.next+runeString(t.text[i]), 2
	}
	t.index = i + 1
}

func (t *tokenizer) match(s string) bool {
	if t.next == s && s != "" {
		t.advance()
		return true
	}
	return false
}

func (t *tokenizer) get() string {
	s := t.next
	t.advance()
	return s
}

// getWhile takes up to n characters out of set.
func (t *tokenizer) getWhile(n int, set string) string {
	s := ""
	for ; n > 0 && t.next != "" && strings.Contains(set, t.next); n-- {
		s += t.get()
	}
	return s
}

// getUntil takes characters up to a terminator.
func (t *tokenizer) getUntil(terminator, name string) string {
	var b strings.Builder
	n := 0
	for {
		c, w := t.next, t.width
		t.advance()
		switch c {
		case "":
			if n == 0 {
				t.fail("missing "+name, 0)
			}
			t.fail("missing "+terminator+", unterminated name", n)
		case terminator:
			if n == 0 {
				t.fail("missing "+name, 1)
			}
			return b.String()
		}
		b.WriteString(c)
		n += w
	}
}

func (t *tokenizer) tell() int { return t.index - t.width }

func (t *tokenizer) seek(i int) {
	t.index = i
	t.advance()
}

// fail raises a syntax error offset characters before the next one.
func (t *tokenizer) fail(msg string, offset int) {
	if !t.isText {
		msg = backslashReplace(msg)
	}
	panic(patternError{msg, t.tell() - offset})
}

func backslashReplace(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			r := object.StrASCII(s)
			return r[1 : len(r)-1]
		}
	}
	return s
}

func runeCount(s string) int { return len(object.Runes(s)) }

// checkGroupName raises for names that are no identifiers.
func (t *tokenizer) checkGroupName(name string, offset int) {
	if !t.isText && object.StrASCII(name) != object.StrRepr(name) {
		t.fail("bad character in group name "+object.StrASCII(name), runeCount(name)+offset)
	}
	if !object.IsIdentifier(name) {
		t.fail("bad character in group name "+object.StrRepr(name), runeCount(name)+offset)
	}
}

// warning is a FutureWarning to issue once the pattern has been parsed.
type warning struct {
	text  string
	depth int
}

// parser builds the syntax tree.
type parser struct {
	*tokenizer
	flags            int
	groups           int // next group number
	names            map[string]int
	nameOrder        []string
	groupWidths      map[int]*[2]int // of closed groups
	lookbehindGroups int             // -1 outside lookbehind
	condPos          map[int]int
	condOrder        []int
	warnings         []warning
	depth            int
}

const (
	digits       = "0123456789"
	octDigits    = "01234567"
	hexDigits    = "0123456789abcdefABCDEF"
	whitespace   = " \t\n\r\v\f"
	specialChars = ".\\[{()*+?^$|"
)

// parsePattern parses a whole pattern.
func parsePattern(text []rune, isText bool, flags int) (p *parser, seq []*node) {
	p = &parser{flags: flags, groups: 1, names: map[string]int{}, groupWidths: map[int]*[2]int{}, lookbehindGroups: -1, condPos: map[int]int{}}
	p.tokenizer = newTokenizer(text, isText)
	seq = p.alternatives(flags&flagVerbose != 0, 0)
	p.fixFlags()
	if p.next != "" {
		p.fail("unbalanced parenthesis", 0)
	}
	for _, g := range p.condOrder {
		if g >= p.groups {
			panic(patternError{fmt.Sprintf("invalid group reference %d", g), p.condPos[g]})
		}
	}
	return p, seq
}

// valueError is a ValueError about incompatible flags.
type valueError string

func (p *parser) fixFlags() {
	if p.isText {
		if p.flags&flagLocale != 0 {
			panic(valueError("cannot use LOCALE flag with a str pattern"))
		}
		if p.flags&flagASCII == 0 {
			p.flags |= flagUnicode
		} else if p.flags&flagUnicode != 0 {
			panic(valueError("ASCII and UNICODE flags are incompatible"))
		}
		return
	}
	if p.flags&flagUnicode != 0 {
		panic(valueError("cannot use UNICODE flag with a bytes pattern"))
	}
	if p.flags&flagLocale != 0 && p.flags&flagASCII != 0 {
		panic(valueError("ASCII and LOCALE flags are incompatible"))
	}
}

// maxNesting bounds the nesting of groups: the parser and the compiler are recursive.
const maxNesting = 20000

// alternatives parses a|b|c.
func (p *parser) alternatives(verbose bool, nested int) []*node {
	if p.depth++; p.depth > maxNesting {
		panic(recursion{})
	}
	defer func() { p.depth-- }()
	var items [][]*node
	for {
		items = append(items, p.sequence(verbose, nested+1, nested == 0 && len(items) == 0))
		if !p.match("|") {
			break
		}
		if nested == 0 {
			verbose = p.flags&flagVerbose != 0
		}
	}
	if len(items) == 1 {
		return items[0]
	}
	return []*node{{op: nBranch, kids: items}}
}

type recursion struct{}

// sequence parses what stands between | and ).
func (p *parser) sequence(verbose bool, nested int, first bool) []*node {
	var seq []*node
	for {
		this := p.next
		if this == "" || this == "|" || this == ")" {
			return flatten(seq)
		}
		p.advance()
		if verbose {
			if strings.Contains(whitespace, this) {
				continue
			}
			if this == "#" {
				for {
					if c := p.get(); c == "" || c == "\n" {
						break
					}
				}
				continue
			}
		}
		switch {
		case this[0] == '\\':
			seq = append(seq, p.escape(this))
		case !strings.Contains(specialChars, this):
			seq = append(seq, literal(this))
		case this == "[":
			seq = append(seq, p.set(nested))
		case this == "*" || this == "+" || this == "?" || this == "{":
			seq = p.repeat(seq, this)
		case this == ".":
			seq = append(seq, &node{op: nAny})
		case this == "^":
			seq = append(seq, &node{op: nAt, at: atBeginning})
		case this == "$":
			seq = append(seq, &node{op: nAt, at: atEnd})
		case this == "(":
			n, global := p.group(verbose, nested, first && len(seq) == 0)
			if global {
				verbose = p.flags&flagVerbose != 0
			}
			if n != nil {
				seq = append(seq, n)
			}
		}
	}
}

// flatten puts the contents of groups that neither capture nor set flags in their place.
func flatten(seq []*node) []*node {
	plain := true
	for _, n := range seq {
		plain = plain && !isBareGroup(n)
	}
	if plain {
		return seq
	}
	var out []*node
	for _, n := range seq {
		if isBareGroup(n) {
			out = append(out, n.kids[0]...)
		} else {
			out = append(out, n)
		}
	}
	return out
}

func isBareGroup(n *node) bool { return n.op == nGroup && n.group == 0 && n.add == 0 && n.del == 0 }

func literal(s string) *node {
	r, _ := object.DecodeRune(s)
	return &node{op: nLiteral, r: r}
}

// repeat parses a quantifier and applies it to the last item.
func (p *parser) repeat(seq []*node, this string) []*node {
	here := p.tell()
	lo, hi := 0, maxRepeat
	switch this {
	case "?":
		hi = 1
	case "+":
		lo = 1
	case "{":
		if p.next == "}" {
			return append(seq, literal(this))
		}
		low := p.getWhile(1<<30, digits)
		high := low
		if p.match(",") {
			high = p.getWhile(1<<30, digits)
		}
		if !p.match("}") {
			p.seek(here)
			return append(seq, literal(this))
		}
		if low != "" {
			lo = repeatCount(low)
		}
		if high != "" {
			if hi = repeatCount(high); hi < lo {
				p.fail("min repeat greater than max repeat", p.tell()-here)
			}
		}
	}
	if len(seq) == 0 || seq[len(seq)-1].op == nAt {
		p.fail("nothing to repeat", p.tell()-here+1)
	}
	item := seq[len(seq)-1]
	if item.op == nRepeat {
		p.fail("multiple repeat", p.tell()-here+1)
	}
	body := []*node{item}
	if isBareGroup(item) {
		body = item.kids[0]
	}
	kind := greedy
	if p.match("?") {
		kind = lazy
	} else if p.match("+") {
		kind = possessive
	}
	seq[len(seq)-1] = &node{op: nRepeat, kind: kind, min: lo, max: hi, kids: [][]*node{body}}
	return seq
}

func repeatCount(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n >= maxRepeat {
		panic(overflow{})
	}
	return n
}

// set parses a character set behind "[".
func (p *parser) set(nested int) *node {
	here := p.tell() - 1
	spec := &setSpec{}
	if p.next == "[" {
		p.warn(fmt.Sprintf("Possible nested set at position %d", p.tell()), nested)
	}
	spec.negate = p.match("^")
	for {
		this := p.get()
		if this == "" {
			p.fail("unterminated character set", p.tell()-here)
		}
		if this == "]" && len(spec.items) > 0 {
			break
		}
		var one setItem
		if this[0] == '\\' {
			one = p.setEscape(this)
		} else {
			if len(spec.items) > 0 && strings.Contains("-&~|", this) && p.next == this {
				kind := map[string]string{"-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union"}[this]
				p.warn(fmt.Sprintf("Possible set %s at position %d", kind, p.tell()-1), nested)
			}
			one = char(this)
		}
		if !p.match("-") {
			spec.add(one)
			continue
		}
		that := p.get()
		if that == "" {
			p.fail("unterminated character set", p.tell()-here)
		}
		if that == "]" {
			spec.add(one)
			spec.add(setItem{lo: '-', hi: '-'})
			break
		}
		var two setItem
		if that[0] == '\\' {
			two = p.setEscape(that)
		} else {
			if that == "-" {
				p.warn(fmt.Sprintf("Possible set difference at position %d", p.tell()-2), nested)
			}
			two = char(that)
		}
		if one.class != 0 || two.class != 0 || two.lo < one.lo {
			p.fail("bad character range "+this+"-"+that, runeCount(this)+1+runeCount(that))
		}
		spec.items = append(spec.items, setItem{lo: one.lo, hi: two.lo})
	}
	if len(spec.items) == 1 && spec.items[0].class == 0 && spec.items[0].lo == spec.items[0].hi {
		op := nLiteral
		if spec.negate {
			op = nNotLiteral
		}
		return &node{op: op, r: spec.items[0].lo}
	}
	return &node{op: nSet, set: spec}
}

func (s *setSpec) add(x setItem) {
	for _, y := range s.items {
		if x == y {
			return
		}
	}
	s.items = append(s.items, x)
}

func char(s string) setItem {
	r, _ := object.DecodeRune(s)
	return setItem{lo: r, hi: r}
}

func (p *parser) warn(text string, nested int) {
	p.warnings = append(p.warnings, warning{text, nested})
}
