// The display of SyntaxError: file, source line, carets.
package eval

import (
	"math"
	"strings"
	"unicode"

	"pyasync/object"
)

func (p *excPrinter) syntaxError(e *object.Exception, name string) string {
	c := p.colors()
	field := func(name string) Value { return orNone(e.Field(name)) }
	var b strings.Builder
	suffix := ""
	hasFile := !field("filename").IsNone()
	file := ""
	if hasFile {
		file = p.safeStr(field("filename"), "filename")
	}
	if line := field("lineno"); !line.IsNone() {
		if !hasFile || file == "" {
			file = "<string>"
		}
		b.WriteString("  File " + c.magenta + `"` + file + `"` + c.reset + ", line " + c.magenta + p.safeStr(line, "lineno") + c.reset + "\n")
	} else if hasFile {
		suffix = " (" + file + ")"
	}
	if text, ok := object.GoString(field("text")); ok {
		b.WriteString(syntaxText(text, field, c))
	}
	msg := "<no detail available>"
	if m := field("msg"); !m.IsNone() {
		if s := p.safeStr(m, "msg"); s != "" {
			msg = s
		}
	}
	b.WriteString(c.boldMagenta + name + c.reset + ": " + c.magenta + msg + c.reset + suffix + "\n")
	return b.String()
}

// syntaxText returns the source line and the carets below it.
func syntaxText(text string, field func(string) Value, c colors) string {
	right := strings.TrimRight(text, "\n")
	left := strings.TrimLeft(right, " \n\f")
	line := runesOf(left)
	whole := len(runesOf(right))
	spaces := whole - len(line)
	offset, ok := number(field("offset"))
	if !ok {
		return indentLine(left)
	}
	length := len(runesOf(text))
	end := whole + 1
	first, numbered := number(field("lineno"))
	last, hasLast := number(field("end_lineno"))
	unknown := field("lineno").IsNone() && field("end_lineno").IsNone()
	if unknown || hasLast && numbered && first == last {
		if end, ok = number(field("end_offset")); !ok || end == 0 {
			end = offset
		}
	}
	if length > 0 && offset > length {
		offset = whole + 1
	}
	if length > 0 && end > length {
		end = whole + 1
	}
	if offset >= end || end < 0 {
		end = offset + 1
	}
	col, endCol := offset-1-spaces, end-1-spaces
	if col < 0 {
		return indentLine(left)
	}
	var pad strings.Builder
	for i := range col {
		if i < len(line) {
			if unicode.IsSpace(line[i]) {
				pad.WriteRune(line[i])
			} else {
				pad.WriteByte(' ')
			}
		}
	}
	if c.reset != "" {
		from, to := min(col, len(line)), max(min(endCol, len(line)), min(col, len(line)))
		left = string4(line[:from]) + c.boldRed + string4(line[from:to]) + c.reset + string4(line[to:])
	}
	return indentLine(left) + indentLine(pad.String()+c.boldRed+strings.Repeat("^", max(endCol-col, 0))+c.reset)
}

func number(v Value) (int, bool) {
	if i, ok := v.SmallInt(); ok {
		return int(i), ok
	}
	return math.MaxInt32, v.Is(&object.IntType) // beyond any line

}
