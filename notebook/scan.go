// A scan of the lines of a cell that may hold commands, which no Python lexer accepts: what lies within strings and
// brackets, where comments begin.
package notebook

import (
	"strings"

	"pyasync/parser"
)

// scanner follows strings and brackets from line to line.
type scanner struct {
	depth int    // open brackets
	quote string // of the triple-quoted string that is open, or ""
	slash bool   // the line before ended in a backslash
}

// line takes one line and returns where its comment begins, or its length.
func (s *scanner) line(text string) (code int) {
	s.slash = false
	i := 0
	for i < len(text) {
		if s.quote != "" {
			end := stringEnd(text[i:], s.quote)
			if end < 0 {
				return len(text)
			}
			i += end
			s.quote = ""
			continue
		}
		switch c := text[i]; c {
		case '#':
			return i
		case '(', '[', '{':
			s.depth++
		case ')', ']', '}':
			s.depth = max(s.depth-1, 0)
		case '\\':
			s.slash = i == len(text)-1
		case '"', '\'':
			q := text[i : i+1]
			if strings.HasPrefix(text[i:], strings.Repeat(q, 3)) {
				s.quote = strings.Repeat(q, 3)
				i += 3
				continue
			}
			end := stringEnd(text[i+1:], q)
			if end < 0 {
				return len(text)
			}
			i += end
		}
		i++
	}
	return len(text)
}

// stringEnd is the index after the closing quote, or -1.
func stringEnd(text, quote string) int {
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' {
			i++
		} else if strings.HasPrefix(text[i:], quote) {
			return i + len(quote)
		}
	}
	return -1
}

func (s *scanner) inside() bool { return s.depth > 0 || s.quote != "" || s.slash }

// continued reports for each line whether it continues what an earlier one began.
func continued(lines []string) []bool {
	var s scanner
	in := make([]bool, len(lines))
	for i, l := range lines {
		in[i] = s.inside()
		if !in[i] {
			if _, command := commandLine(strings.TrimLeft(l, " \t")); command {
				continue
			}
		}
		s.line(l)
	}
	return in
}

// endsInSemicolon reports whether the last statement ends in ";".
func endsInSemicolon(cell string) bool {
	var s scanner
	last := false
	for _, l := range strings.Split(cell, "\n") {
		n := s.line(l)
		if code := strings.TrimRight(l[:n], " \t"); code != "" {
			last = s.quote == "" && strings.HasSuffix(code, ";")
		}
	}
	return last
}

// NeedsLoop reports whether source can only run as a cell: it awaits at top level.
func NeedsLoop(source string) bool { return awaits(source) }

// awaits reports whether source is correct at the top level of a cell only.
func awaits(source string) bool {
	if !strings.Contains(source, "await") && !strings.Contains(source, "async") {
		return false
	}
	if _, err := parser.Parse([]byte(source), parser.Options{TopLevelAwait: true}); err != nil {
		return false
	}
	_, err := parser.Parse([]byte(source), parser.Options{})
	return err != nil
}
