// Groups: capturing, named, flags, lookaround, conditions, atomic groups, comments.
package remod

import (
	"fmt"
	"strconv"
	"strings"

	"pyasync/object"
)

// group parses what follows "("; global says that it was a setting of global flags. A nil node stands for nothing.
func (p *parser) group(verbose bool, nested int, first bool) (n *node, global bool) {
	start := p.tell() - 1
	if !p.match("?") {
		return p.capture("", verbose, nested, start), false
	}
	c := p.get()
	switch {
	case c == "":
		p.fail("unexpected end of pattern", 0)
	case c == "P":
		return p.pythonGroup(verbose, nested, start), false
	case c == ":":
		return p.closeGroup(&node{op: nGroup}, verbose, nested, start), false
	case c == ">":
		return p.closeGroup(&node{op: nAtomic}, verbose, nested, start), false
	case c == "#":
		for {
			if p.next == "" {
				p.fail("missing ), unterminated comment", p.tell()-start)
			}
			if p.get() == ")" {
				return nil, false
			}
		}
	case c == "=" || c == "!" || c == "<":
		return p.look(c, verbose, nested, start), false
	case c == "(":
		return p.condition(verbose, nested, start), false
	case c == "-" || flagOf(c) != 0:
		add, del, isGlobal := p.inlineFlags(c)
		if isGlobal {
			if !first {
				p.fail("global flags not at the start of the expression", p.tell()-start)
			}
			return nil, true
		}
		verbose = (verbose || add&flagVerbose != 0) && del&flagVerbose == 0
		return p.closeGroup(&node{op: nGroup, add: add, del: del}, verbose, nested, start), false
	}
	p.fail("unknown extension ?"+c, runeCount(c)+1)
	return nil, false
}

// closeGroup parses the body of a group that does not capture.
func (p *parser) closeGroup(n *node, verbose bool, nested, start int) *node {
	n.kids = [][]*node{p.alternatives(verbose, nested+1)}
	p.closing(start)
	return n
}

func (p *parser) closing(start int) {
	if !p.match(")") {
		p.fail("missing ), unterminated subpattern", p.tell()-start)
	}
}

// capture parses the body of a capturing group.
func (p *parser) capture(name string, verbose bool, nested, start int) *node {
	g := p.groups
	p.groups++
	if name != "" {
		if old, ok := p.names[name]; ok {
			p.fail(fmt.Sprintf("redefinition of group name %s as group %d; was group %d", object.StrRepr(name), g, old), runeCount(name)+1)
		}
		p.names[name] = g
		p.nameOrder = append(p.nameOrder, name)
	}
	n := &node{op: nGroup, group: g}
	n.kids = [][]*node{p.alternatives(verbose, nested+1)}
	p.closing(start)
	lo, hi := p.widths(n.kids[0])
	p.groupWidths[g] = &[2]int{lo, hi}
	return n
}

// pythonGroup parses (?P<name>…) and (?P=name).
func (p *parser) pythonGroup(verbose bool, nested, start int) *node {
	if p.match("<") {
		name := p.getUntil(">", "group name")
		p.checkGroupName(name, 1)
		return p.capture(name, verbose, nested, start)
	}
	if p.match("=") {
		name := p.getUntil(")", "group name")
		p.checkGroupName(name, 1)
		g, ok := p.names[name]
		if !ok {
			p.fail("unknown group name "+object.StrRepr(name), runeCount(name)+1)
		}
		if p.groupWidths[g] == nil {
			p.fail("cannot refer to an open group", runeCount(name)+1)
		}
		p.checkLookbehind(g)
		return &node{op: nBackref, group: g}
	}
	c := p.get()
	if c == "" {
		p.fail("unexpected end of pattern", 0)
	}
	p.fail("unknown extension ?P"+c, runeCount(c)+2)
	return nil
}

// look parses a lookahead or lookbehind assertion.
func (p *parser) look(c string, verbose bool, nested, start int) *node {
	n := &node{op: nLook}
	outer := p.lookbehindGroups
	if c == "<" {
		n.behind = true
		if c = p.get(); c == "" {
			p.fail("unexpected end of pattern", 0)
		}
		if c != "=" && c != "!" {
			p.fail("unknown extension ?<"+c, runeCount(c)+2)
		}
		if outer < 0 {
			p.lookbehindGroups = p.groups
		}
	}
	n.negative = c == "!"
	n.kids = [][]*node{p.alternatives(verbose, nested+1)}
	p.lookbehindGroups = outer
	p.closing(start)
	if n.negative && len(n.kids[0]) == 0 {
		return &node{op: nFail}
	}
	return n
}

// condition parses (?(group)yes|no).
func (p *parser) condition(verbose bool, nested, start int) *node {
	name := p.getUntil(")", "group name")
	size := runeCount(name)
	g := 0
	if strings.Trim(name, digits) == "" {
		var err error
		if g, err = strconv.Atoi(name); err == nil && g == 0 {
			p.fail("bad group number", size+1)
		}
		if err != nil || g >= maxGroups {
			p.fail("invalid group reference "+strings.TrimLeft(name, "0"), size+1)
		}
		if _, ok := p.condPos[g]; !ok {
			p.condPos[g] = p.tell() - size - 1
			p.condOrder = append(p.condOrder, g)
		}
	} else {
		p.checkGroupName(name, 1)
		var ok bool
		if g, ok = p.names[name]; !ok {
			p.fail("unknown group name "+object.StrRepr(name), size+1)
		}
	}
	p.checkLookbehind(g)
	n := &node{op: nCond, group: g}
	n.kids = append(n.kids, p.sequence(verbose, nested+1, false))
	if p.match("|") {
		n.kids = append(n.kids, p.sequence(verbose, nested+1, false))
		if p.next == "|" {
			p.fail("conditional backref with more than two branches", 0)
		}
	}
	p.closing(start)
	return n
}

func flagOf(c string) int {
	switch c {
	case "i":
		return flagIgnoreCase
	case "L":
		return flagLocale
	case "m":
		return flagMultiline
	case "s":
		return flagDotAll
	case "x":
		return flagVerbose
	case "a":
		return flagASCII
	case "u":
		return flagUnicode
	}
	return 0
}

// inlineFlags parses the letters of (?aiLmsux-imsx:…); global means that ")" followed at once.
func (p *parser) inlineFlags(c string) (add, del int, global bool) {
	alpha := func(c string) bool { r, _ := object.DecodeRune(c); return object.IsAlpha(r) }
	unknown := func(c, missing string) {
		if alpha(c) {
			p.fail("unknown flag", runeCount(c))
		}
		p.fail(missing, runeCount(c))
	}
	for c != "-" {
		f := flagOf(c)
		if p.isText && c == "L" {
			p.fail("bad inline flags: cannot use 'L' flag with a str pattern", 0)
		}
		if !p.isText && c == "u" {
			p.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", 0)
		}
		add |= f
		if f&typeFlags != 0 && add&typeFlags != f {
			p.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0)
		}
		c = p.get()
		if c == "" {
			p.fail("missing -, : or )", 0)
		}
		if c == ")" || c == "-" || c == ":" {
			break
		}
		if flagOf(c) == 0 {
			unknown(c, "missing -, : or )")
		}
	}
	if c == ")" {
		p.flags |= add
		return add, 0, true
	}
	if c == "-" {
		c = p.get()
		if c == "" {
			p.fail("missing flag", 0)
		}
		if flagOf(c) == 0 {
			unknown(c, "missing flag")
		}
		for c != ":" {
			if flagOf(c)&typeFlags != 0 {
				p.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0)
			}
			del |= flagOf(c)
			c = p.get()
			if c == "" {
				p.fail("missing :", 0)
			}
			if c != ":" && flagOf(c) == 0 {
				unknown(c, "missing :")
			}
		}
	}
	if add&del != 0 {
		p.fail("bad inline flags: flag turned on and off", 1)
	}
	return add, del, false
}
