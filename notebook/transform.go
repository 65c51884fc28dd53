// Transform, which turns IPython's additions to the language (magics, commands of the system) into Python, line by
// line, so that line numbers stay.
package notebook

import (
	"strconv"
	"strings"
)

// Transformed is a cell as Python.
type Transformed struct {
	Source string
	Timed  bool // %%time: print the time it took
	Quiet  bool // the last expression ends in a semicolon: its value is not displayed

	Capture bool   // %%capture: keep the output
	Args    string // of %%capture: options, and a name for the output
}

// Transform turns a cell into Python.
func Transform(cell string) Transformed {
	cell = strings.ReplaceAll(cell, "\r\n", "\n")
	var t Transformed
	first, rest, _ := strings.Cut(cell, "\n")
	switch name, args := splitMagic(first, "%%"); name {
	case "":
	case "time":
		t.Timed = true
		// A statement may follow on the same line.
		cell = args + "\n" + rest
	case "capture":
		t.Capture, t.Args = true, args
		cell = "\n" + rest
	default:
		t.Source = callMagic("run_cell_magic", false, name, args, rest)
		return t
	}
	if strings.ContainsAny(cell, "%!?") {
		cell = transformLines(cell)
	}
	t.Source = cell
	t.Quiet = endsInSemicolon(cell)
	return t
}

// splitMagic splits "%%name args"; name is "" when line is no such thing.
func splitMagic(line, prefix string) (name, args string) {
	rest, ok := strings.CutPrefix(line, prefix)
	if !ok {
		return "", ""
	}
	n := 0
	for n < len(rest) && (rest[n] == '_' || rest[n]|32 >= 'a' && rest[n]|32 <= 'z' || n > 0 && rest[n] >= '0' && rest[n] <= '9') {
		n++
	}
	return rest[:n], strings.TrimSpace(rest[n:])
}

// callMagic is the Python expression for a magic; with await it may suspend.
func callMagic(method string, await bool, args ...string) string {
	var b strings.Builder
	if await {
		b.WriteString("await ")
	}
	b.WriteString("get_ipython()." + method + "(")
	for i, a := range args {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(pythonString(a))
	}
	b.WriteString(")")
	return b.String()
}

// pythonString is s as a literal on one line.
func pythonString(s string) string {
	return strconv.QuoteToGraphic(s) // Go's escapes are Python's, too
}

// transformLines rewrites the lines that are commands, leaving those alone that lie within strings or brackets.
func transformLines(cell string) string {
	lines := strings.Split(cell, "\n")
	inside := continued(lines)
	for i := 0; i < len(lines); i++ {
		if inside[i] {
			continue
		}
		text := strings.TrimLeft(lines[i], " \t")
		indent := lines[i][:len(lines[i])-len(text)]
		joined := 0
		if text != "" && (text[0] == '%' || text[0] == '!') {
			for strings.HasSuffix(text, "\\") && i+joined+1 < len(lines) {
				joined++
				text = text[:len(text)-1] + strings.TrimLeft(lines[i+joined], " \t")
			}
		}
		python, ok := commandLine(text)
		if !ok {
			continue
		}
		lines[i] = indent + python
		for ; joined > 0; joined-- {
			i++
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// commandLine is the Python for one line, ok false when the line is Python already.
func commandLine(text string) (python string, ok bool) {
	switch {
	case text == "":
		return "", false
	case strings.HasPrefix(text, "!!"):
		return callMagic("getoutput", false, strings.TrimSpace(text[2:])), true
	case text[0] == '!':
		return callMagic("system", false, strings.TrimSpace(text[1:])), true
	case text[0] == '%':
		name, args := splitMagic(text, "%")
		if name == "" {
			return "", false
		}
		return lineMagic(name, args), true
	case text[0] == '?':
		return callMagic("run_line_magic", false, "pinfo", strings.Trim(text, "? ")), true
	case strings.HasSuffix(text, "?") && dotted(strings.TrimRight(text, "?")):
		return callMagic("run_line_magic", false, "pinfo", strings.TrimRight(text, "?")), true
	}
	return assignment(text)
}

// lineMagic is the call of a line magic. One that awaits can only be rewritten into an await.
func lineMagic(name, args string) string {
	if (name == "time" || name == "timeit") && awaits(args) {
		return callMagic("run_line_magic_async", true, name, args)
	}
	return callMagic("run_line_magic", false, name, args)
}

// assignment rewrites "names = !command" and "names = %magic".
func assignment(text string) (string, bool) {
	i := strings.IndexByte(text, '=')
	if i < 0 || i+1 >= len(text) || text[i+1] == '=' {
		return "", false
	}
	target, value := text[:i], strings.TrimLeft(text[i+1:], " \t")
	for _, r := range target {
		if !strings.ContainsRune("_., *()[]'\"", r) && (r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 128) {
			return "", false
		}
	}
	switch {
	case strings.HasPrefix(value, "!"):
		return target + "= " + callMagic("getoutput", false, strings.TrimSpace(value[1:])), true
	case strings.HasPrefix(value, "%"):
		if name, args := splitMagic(value, "%"); name != "" {
			return target + "= " + lineMagic(name, args), true
		}
	}
	return "", false
}

func dotted(s string) bool {
	if s == "" {
		return false
	}
	for i, r := range s {
		if r != '.' && r != '_' && (r < '0' || r > '9' || i == 0) && (r|32 < 'a' || r|32 > 'z') && r < 128 {
			return false
		}
	}
	return true
}
