// Colours of tracebacks on a terminal.
package eval

import (
	"strings"

	"pyasync/object"
)

// colors are the escape sequences, empty when nothing is coloured.
type colors struct{ magenta, boldMagenta, red, boldRed, reset string }

func (p *excPrinter) colors() colors {
	if !p.opt.Color {
		return colors{}
	}
	return colors{"\x1b[35m", "\x1b[1;35m", "\x1b[31m", "\x1b[1;31m", "\x1b[0m"}
}

// colorStderr decides as CPython's _colorize.can_colorize: the environment first, then whether it is a terminal.
func colorStderr(th *Thread) bool {
	h := th.Interp.GetHost()
	if h.Flags.IgnoreEnvironment == 0 {
		if v, _ := h.Getenv("PYTHON_COLORS"); v == "0" || v == "1" {
			return v == "1"
		}
	}
	for _, e := range [...]struct {
		name string
		on   bool
	}{{"NO_COLOR", false}, {"FORCE_COLOR", true}} {
		if v, ok := h.Getenv(e.name); ok && v != "" {
			return e.on
		}
	}
	if v, _ := h.Getenv("TERM"); v == "dumb" {
		return false
	}
	if th.Interp.Sys == nil {
		return false
	}
	file := th.Interp.Sys.Dict.GetStr(strStderr)
	if file.IsNil() || file.IsNone() {
		return false
	}
	pending := th.Exc
	tty := th.CallMethod(file, strIsatty)
	th.Exc = pending
	return tty == object.True
}

var strIsatty = object.NewStr("isatty")

// colored draws a line and its carets in the colours of the carets, run by run.
func (m *marker) colored(line []rune, carets []byte) string {
	var text, below strings.Builder
	for i := 0; i < len(line) || i < len(carets); {
		c := byte(' ')
		if i < len(carets) {
			c = carets[i]
		}
		j := i + 1
		for (j < len(line) || j < len(carets)) && (j < len(carets) && carets[j] == c || j >= len(carets) && c == ' ') {
			j++
		}
		piece := string4(line[min(i, len(line)):min(j, len(line))])
		mark := string(carets[min(i, len(carets)):min(j, len(carets))])
		switch c {
		case '^':
			text.WriteString(m.colors.boldRed + piece + m.colors.reset)
			below.WriteString(m.colors.boldRed + mark + m.colors.reset)
		case '~':
			text.WriteString(m.colors.red + piece + m.colors.reset)
			below.WriteString(m.colors.red + mark + m.colors.reset)
		default:
			text.WriteString(piece)
			below.WriteString(mark)
		}
		i = j
	}
	return indentLine(text.String()) + indentLine(below.String())
}
