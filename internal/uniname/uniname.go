// Package uniname knows the names of Unicode characters: for \N escapes, namereplace and unicodedata.
package uniname

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/runenames"
)

// added151Names are the names of the symbols that Unicode 15.1 added.
var added151Names = map[rune]string{
	0x2FFC: "IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM RIGHT",
	0x2FFD: "IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM LOWER RIGHT",
	0x2FFE: "IDEOGRAPHIC DESCRIPTION CHARACTER HORIZONTAL REFLECTION",
	0x2FFF: "IDEOGRAPHIC DESCRIPTION CHARACTER ROTATION",
	0x31EF: "IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION",
}

// Of returns the Unicode name of r, "" when it has none.
func Of(r rune) string {
	switch {
	case r >= 0xAC00 && r <= 0xD7A3:
		return hangulName(r)
	case isUnified(r):
		return "CJK UNIFIED IDEOGRAPH-" + upperHex(r)
	case added151Names[r] != "":
		return added151Names[r]
	}
	name := runenames.Name(r)
	if strings.HasPrefix(name, "<") {
		return ""
	}
	return name
}

func upperHex(r rune) string { return fmt.Sprintf("%04X", r) }

// isUnified reports whether r is a CJK unified ideograph, whose name is its number.
func isUnified(r rune) bool {
	for _, p := range [...][2]rune{{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D},
		{0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2EBF0, 0x2EE5D}, {0x30000, 0x3134A}, {0x31350, 0x323AF}} {
		if r >= p[0] && r <= p[1] {
			return true
		}
	}
	return false
}

var (
	hangulL = strings.Fields("G GG N D DD R M B BB S SS - J JJ C K T P H")
	hangulV = strings.Fields("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I")
	hangulT = strings.Fields("- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H")
)

func jamo(table []string, i int) string { return strings.Trim(table[i], "-") }

func hangulName(r rune) string {
	i := int(r - 0xAC00)
	return "HANGUL SYLLABLE " + jamo(hangulL, i/588) + jamo(hangulV, i/28%21) + jamo(hangulT, i%28)
}

// nameTable maps names to code points; it is built when a name is first looked up.
var nameTable = sync.OnceValue(func() map[string]rune {
	t := make(map[string]rune, 40000)
	for r := rune(0); r < 0x110000; r++ {
		if r >= 0xAC00 && r <= 0xD7A3 || isUnified(r) || r >= 0xD800 && r <= 0xF8FF || r >= 0xF0000 {
			continue
		}
		if name := Of(r); name != "" {
			t[name] = r
		}
	}
	return t
})

// Lookup returns the character with a Unicode name or alias.
func Lookup(name string) (r rune, ok bool) {
	if r, ok = Character(name); !ok {
		r, ok = nameAliases[strings.ToUpper(name)]
	}
	return r, ok
}

// Character returns the character with a Unicode name, in any case; as in CPython, computed names (of ideographs and
// Hangul syllables) must be in capitals.
func Character(name string) (r rune, ok bool) {
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok && (len(hex) == 4 || len(hex) == 5) {
		n, err := strconv.ParseUint(hex, 16, 32)
		return rune(n), err == nil && isUnified(rune(n)) && hex == strings.ToUpper(hex)
	}
	if syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangulNamed(syllable)
	}
	r, ok = nameTable()[strings.ToUpper(name)]
	return r, ok
}

// hangulNamed returns the syllable that is called by the short names of its letters.
func hangulNamed(s string) (rune, bool) {
	for l := range hangulL {
		for v := range hangulV {
			tail, ok := strings.CutPrefix(s, jamo(hangulL, l)+jamo(hangulV, v))
			if !ok {
				continue
			}
			for t := range hangulT {
				if jamo(hangulT, t) == tail {
					return rune(0xAC00 + (l*len(hangulV)+v)*len(hangulT) + t), true
				}
			}
		}
	}
	return 0, false
}

// Sequence returns the characters of a named sequence.
func Sequence(name string) (string, bool) {
	_, rest, ok := strings.Cut(sequences, "\n"+strings.ToUpper(name)+";")
	if !ok || strings.Contains(name, "\n") {
		return "", false
	}
	line, _, _ := strings.Cut(rest, "\n")
	var text []rune
	for _, code := range strings.Fields(line) {
		n, _ := strconv.ParseUint(code, 16, 32)
		text = append(text, rune(n))
	}
	return string(text), true
}
