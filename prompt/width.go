// How wide prompts are, as readline sees it.
package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// setPrompt changes the prompt that readline draws next.
func (t *terminal) setPrompt(prompt string) {
	t.prompt = prompt
	t.rl.SetPrompt(fit(prompt, t.columns))
}

// fit makes a prompt that readline can draw: no control characters but whole sequences of colour, and narrower than the
// terminal. Readline never ends drawing a line behind a prompt that is just as wide.
func fit(prompt string, columns int) string {
	var b strings.Builder
	width := 0
	for prompt = strings.ToValidUTF8(prompt, "\ufffd"); prompt != ""; {
		if n := colorSequence(prompt); n > 0 {
			b.WriteString(prompt[:n])
			prompt = prompt[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(prompt)
		prompt = prompt[n:]
		if printable(r) {
			b.WriteRune(r)
			width += runeWidth(r)
		}
	}
	if width < columns-8 {
		return b.String()
	}
	// The end of it, without colours.
	var tail []rune
	room := columns / 2
	for list := []rune(plain(b.String())); len(list) > 0; list = list[:len(list)-1] {
		r := list[len(list)-1]
		if room -= runeWidth(r); room < 0 {
			break
		}
		tail = append([]rune{r}, tail...)
	}
	return string(tail)
}

// colorSequence is the length of the sequence of colour that s begins with, 0 if there is none.
func colorSequence(s string) int {
	rest, ok := strings.CutPrefix(s, "\x1b[")
	if !ok {
		return 0
	}
	n := strings.IndexFunc(rest, func(r rune) bool { return r != ';' && (r < '0' || r > '9') })
	if n < 0 || rest[n] != 'm' {
		return 0
	}
	return n + 3
}

// plain is a text without its sequences of colour.
func plain(s string) string {
	var b strings.Builder
	for s != "" {
		if n := colorSequence(s); n > 0 {
			s = s[n:]
			continue
		}
		_, n := utf8.DecodeRuneInString(s)
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

// runeWidth is the number of columns of a character, by readline's tables.
func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cc, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return 2
	}
	return 1
}
