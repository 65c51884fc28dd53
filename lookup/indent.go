// How deep the next line is indented.
package lookup

import "strings"

// leavers are the words that begin the last statement of a block.
var leavers = map[string]bool{"return": true, "pass": true, "break": true, "continue": true, "raise": true}

// Level is one level of indentation.
const Level = "    "

// Indent is the indentation that the line after last probably has.
func Indent(last string) string {
	if strings.TrimSpace(last) == "" {
		return ""
	}
	text := strings.TrimLeft(last, " \t")
	indent := last[:len(last)-len(text)]
	if i := strings.LastIndex(text, "#"); i >= 0 && !strings.ContainsAny(text[i:], `'"`) {
		text = text[:i]
	}
	text = strings.TrimRight(text, " \t")
	word := text
	if i := strings.IndexFunc(text, func(r rune) bool { return !(r == '_' || r >= 'a' && r <= 'z') }); i >= 0 {
		word = text[:i]
	}
	switch {
	case strings.HasSuffix(text, ":"):
		return indent + Level
	case leavers[word] && !strings.ContainsAny(text[max(len(text)-1, 0):], ",([{\\"):
		return strings.TrimSuffix(strings.TrimSuffix(indent, "\t"), Level)
	}
	return indent
}
