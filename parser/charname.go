// Names of characters, for \N{…}.

package parser

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/runenames"
)

// controlNames are the names Unicode's NameAliases.txt gives to characters that have none of their own.
var controlNames = map[string]rune{
	"NULL": 0, "START OF HEADING": 1, "START OF TEXT": 2, "END OF TEXT": 3, "END OF TRANSMISSION": 4, "ENQUIRY": 5, "ACKNOWLEDGE": 6,
	"ALERT": 7, "BEL": 7, "BACKSPACE": 8, "BS": 8, "CHARACTER TABULATION": 9, "HORIZONTAL TABULATION": 9, "TAB": 9, "HT": 9,
	"LINE FEED": 10, "NEW LINE": 10, "END OF LINE": 10, "LF": 10, "NL": 10, "EOL": 10, "LINE TABULATION": 11, "VERTICAL TABULATION": 11, "VT": 11,
	"FORM FEED": 12, "FF": 12, "CARRIAGE RETURN": 13, "CR": 13, "SHIFT OUT": 14, "LOCKING-SHIFT ONE": 14, "SHIFT IN": 15, "LOCKING-SHIFT ZERO": 15,
	"DATA LINK ESCAPE": 16, "DEVICE CONTROL ONE": 17, "DEVICE CONTROL TWO": 18, "DEVICE CONTROL THREE": 19, "DEVICE CONTROL FOUR": 20,
	"NEGATIVE ACKNOWLEDGE": 21, "SYNCHRONOUS IDLE": 22, "END OF TRANSMISSION BLOCK": 23, "CANCEL": 24, "END OF MEDIUM": 25, "SUBSTITUTE": 26,
	"ESCAPE": 27, "ESC": 27, "INFORMATION SEPARATOR FOUR": 28, "FILE SEPARATOR": 28, "INFORMATION SEPARATOR THREE": 29, "GROUP SEPARATOR": 29,
	"INFORMATION SEPARATOR TWO": 30, "RECORD SEPARATOR": 30, "INFORMATION SEPARATOR ONE": 31, "UNIT SEPARATOR": 31, "SP": 32, "DELETE": 127, "DEL": 127,
	"NEXT LINE": 0x85, "NEL": 0x85, "NBSP": 0xa0, "SHY": 0xad, "ZWSP": 0x200b, "ZWNJ": 0x200c, "ZWJ": 0x200d, "LRM": 0x200e, "RLM": 0x200f,
	"BYTE ORDER MARK": 0xfeff, "BOM": 0xfeff, "ZWNBSP": 0xfeff, "WJ": 0x2060, "CGJ": 0x34f,
}

// characterNames is the table of all other names, built when a program first uses one.
var characterNames = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 40000)
	for r := rune(0x20); r < 0x20000; r++ {
		if n := runenames.Name(r); n != "" && n[0] != '<' {
			m[n] = r
		}
	}
	for r := rune(0xE0001); r < 0xE01F0; r++ {
		if n := runenames.Name(r); n != "" && n[0] != '<' {
			m[n] = r
		}
	}
	for n, r := range controlNames {
		m[n] = r
	}
	return m
})

// LookupCharacterName returns the character with a Unicode name or alias, in any case.
func LookupCharacterName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok && (len(hex) == 4 || len(hex) == 5) {
		r, err := strconv.ParseUint(hex, 16, 32)
		return rune(r), err == nil && runenames.Name(rune(r)) == "<CJK Ideograph>"
	}
	if s, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangulSyllable(s)
	}
	r, ok := characterNames()[name]
	return r, ok
}

// The short names of Hangul letters, in the order of the syllables' arithmetic (Unicode standard, 3.12).
var (
	hangulLead  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	hangulVowel = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	hangulTail  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

func hangulSyllable(s string) (rune, bool) {
	for l, lead := range hangulLead {
		for v, vowel := range hangulVowel {
			tail, ok := strings.CutPrefix(s, lead+vowel)
			if !ok {
				continue
			}
			for t, x := range hangulTail {
				if x == tail {
					return rune(0xAC00 + (l*len(hangulVowel)+v)*len(hangulTail) + t), true
				}
			}
		}
	}
	return 0, false
}
