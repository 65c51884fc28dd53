// Character sets as the matcher tests them: a bitmap for the first 256 code points, ranges and categories beyond.
package remod

import (
	"unicode"

	"pyasync/object"
)

// charset is a compiled set.
type charset struct {
	low    [4]uint64 // code points below 256, negation included
	items  []setItem
	negate bool
	ascii  bool // categories are those of ASCII
	fold   bool // ignore case
	anyBig bool // every code point from 256 up is a member
}

func (c *charset) has(r rune) bool {
	if uint32(r) < 256 {
		return c.low[r>>6]>>(uint(r)&63)&1 != 0
	}
	return c.hasBig(r)
}

func (c *charset) hasBig(r rune) bool {
	if c.anyBig {
		return true
	}
	return c.find(r) != c.negate
}

// find tests membership before negation.
func (c *charset) find(r rune) bool {
	if c.contains(r) {
		return true
	}
	if !c.fold {
		return false
	}
	found := false
	eachFold(r, c.ascii, func(x rune) { found = found || c.contains(x) })
	return found
}

func (c *charset) contains(r rune) bool {
	for _, x := range c.items {
		if x.class != 0 {
			if inClass(x.class, r, c.ascii) {
				return true
			}
		} else if r >= x.lo && r <= x.hi {
			return true
		}
	}
	return false
}

// eachFold calls f with the other code points that equal r when case is ignored.
func eachFold(r rune, ascii bool, f func(rune)) {
	if ascii {
		if r|0x20 >= 'a' && r|0x20 <= 'z' && r < 0x80 {
			f(r ^ 0x20)
		}
		return
	}
	switch r {
	case 'i', 'I', 0x130, 0x131: // dotted and dotless i are no pairs of each other in Unicode's simple folding
		for _, x := range [...]rune{'i', 'I', 0x130, 0x131} {
			if x != r {
				f(x)
			}
		}
		return
	}
	for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
		f(x)
	}
	if x, ok := sameUpper[r]; ok {
		f(x)
	}
}

// sameUpper are pairs with a common upper case that simple folding keeps apart.
var sameUpper = map[rune]rune{0x390: 0x1FD3, 0x1FD3: 0x390, 0x3B0: 0x1FE3, 0x1FE3: 0x3B0, 0xFB05: 0xFB06, 0xFB06: 0xFB05}

func isWord(r rune, ascii bool) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '_'
	}
	return !ascii && object.IsAlnum(r)
}

// inClass tests the category escapes.
func inClass(class byte, r rune, ascii bool) bool {
	switch class {
	case 'd', 'D':
		return (r >= '0' && r <= '9' || !ascii && r >= 0x80 && object.IsDecimal(r)) == (class == 'd')
	case 's', 'S':
		space := r == ' ' || r >= 9 && r <= 13
		if !ascii {
			space = object.IsSpace(r)
		}
		return space == (class == 's')
	}
	return isWord(r, ascii) == (class == 'w')
}

// newCharset compiles a set under the given flags.
func newCharset(spec *setSpec, flags int) *charset {
	c := &charset{items: spec.items, negate: spec.negate, ascii: flags&flagUnicode == 0, fold: flags&flagIgnoreCase != 0}
	for r := rune(0); r < 256; r++ {
		if c.find(r) != c.negate {
			c.low[r>>6] |= 1 << (uint(r) & 63)
		}
	}
	if c.fold && !c.ascii {
		// Nothing to do: has falls back on find for the rest.
		return c
	}
	if c.negate {
		c.anyBig = true
		for _, x := range c.items {
			c.anyBig = c.anyBig && x.class == 0 && x.hi < 256
		}
	}
	return c
}
