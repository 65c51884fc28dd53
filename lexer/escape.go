// Warnings of escape sequences that mean nothing.

package lexer

import "strings"

// invalidEscape returns the warning for the first unknown escape sequence in the text of a literal, else "".
func invalidEscape(text string, bytes bool) string {
	for {
		i := strings.IndexByte(text, '\\')
		if i < 0 || i+1 >= len(text) {
			return ""
		}
		c := text[i+1]
		switch {
		case c >= '4' && c <= '7' && i+3 < len(text) && isOctal(text[i+2]) && isOctal(text[i+3]):
			return `invalid octal escape sequence '` + text[i:i+4] + `'`
		case isOctal(c) || strings.IndexByte("\n\\'\"abfnrtvx", c) >= 0:
		case !bytes && strings.IndexByte("NuU", c) >= 0:
		default:
			return `invalid escape sequence '\` + firstRune(text[i+1:]) + `'`
		}
		text = text[i+2:]
	}
}

func isOctal(c byte) bool { return c >= '0' && c <= '7' }

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// warnEscapes warns of the literal src[start:end] whose text is src[first:last]; the line is that of its beginning.
func (l *Lexer) warnEscapes(start, first, last, end, line int) {
	text := l.src[first:last]
	if strings.IndexByte(text, '\\') < 0 || strings.ContainsAny(l.src[start:first], "rR") {
		return
	}
	if msg := invalidEscape(text, strings.ContainsAny(l.src[start:first], "bB")); msg != "" {
		l.warnings = append(l.warnings, Warning{Line: line, Msg: msg, Start: start, End: end})
	}
}

// collectEscapes does so for a piece of an f-string. CPython warns of all pieces when the f-string, or the
// format specification they belong to, is complete; of a backslash before a brace at once.
func (l *Lexer) collectEscapes(f *fstring, start, end int) {
	piece := l.src[start:end]
	if f.raw || strings.IndexByte(piece, '\\') < 0 {
		return
	}
	if msg := invalidEscape(piece, false); msg != "" && !strings.HasSuffix(msg, `\{'`) && !strings.HasSuffix(msg, `\}'`) {
		f.warnings = append(f.warnings, pendingWarning{len(f.fields), msg, start, end})
	}
}

// pendingWarning belongs to the text within a number of replacement fields.
type pendingWarning struct {
	depth      int
	msg        string
	start, end int // the piece of text
}

// releaseWarnings issues what was collected at a depth of fields. CPython's errors mark the end of the f-string, from start
// to end; of a format specification, the text.
func (l *Lexer) releaseWarnings(f *fstring, depth, start, end int) {
	i := 0
	for i < len(f.warnings) && f.warnings[i].depth < depth {
		i++
	}
	for _, w := range f.warnings[i:] {
		if depth == 0 {
			w.start, w.end = start, end
		}
		l.warnings = append(l.warnings, Warning{Line: l.line, Msg: w.msg, Start: w.start, End: w.end})
	}
	f.warnings = f.warnings[:i]
}
