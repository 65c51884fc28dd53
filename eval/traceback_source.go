// The source lines that tracebacks show.
package eval

import (
	"strings"
	"unicode/utf8"

	"pyasync/object"
	"pyasync/parser"
)

// sources holds texts that are no files but have lines to show: the argument of -c, prompt input.
type sources struct{ lines map[string][]string }

type sourcesKey struct{}

// RegisterSource makes the lines of text known under a name such as "<string>".
func RegisterSource(th *Thread, name, text string) {
	s, _ := th.Interp.Ext(sourcesKey{}).(*sources)
	if s == nil {
		s = &sources{lines: map[string][]string{}}
		th.Interp.SetExt(sourcesKey{}, s)
	}
	s.lines[name] = splitLines(text)
}

func splitLines(text string) []string {
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	if n := len(lines); lines[n-1] == "" {
		lines = lines[:n-1]
	}
	return lines
}

// lineSource finds source lines for one traceback; files are read at most once.
type lineSource struct {
	th    *Thread
	files map[string][]string
	cache Value // linecache.getline when the program has loaded linecache
}

func newLineSource(th *Thread) *lineSource {
	s := &lineSource{th: th, files: map[string][]string{}}
	if m, ok := object.AsModule(orNone(th.Interp.Modules.GetName("linecache"))); ok {
		s.cache = m.Dict.GetName("getline")
	}
	return s
}

// line returns line n of a file without its end, or "".
func (s *lineSource) line(code *object.Code, globals *object.Dict, n int) string {
	name := code.Filename
	if src := code.Source; name == "<stdin>" && src != nil && src.Line != nil && SourceLines(s.th, name) != nil {
		return strings.TrimRight(src.Line(n), " \t\n\r\f\v") // each statement of a prompt has lines of its own
	}
	if !s.cache.IsNil() {
		g := object.None
		if globals != nil {
			g = globals.V()
		}
		r := s.th.CallArgs(s.cache, object.StrValue(name), object.Int(int64(n)), g)
		if text, ok := object.GoString(orNone(r)); ok {
			return strings.TrimRight(text, " \t\n\r\f\v")
		}
		s.th.Exc = Value{}
		return ""
	}
	lines, ok := s.files[name]
	if !ok {
		lines = SourceLines(s.th, name)
		s.files[name] = lines
	}
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimRight(lines[n-1], " \t\n\r\f\v")
}

// SourceLines returns the lines of a file, of an embedded module or of a registered text; nil when there is none.
func SourceLines(th *Thread, name string) []string {
	if s, ok := th.Interp.Ext(sourcesKey{}).(*sources); ok {
		if lines, ok := s.lines[name]; ok {
			return lines
		}
	}
	if strings.HasPrefix(name, "<") && strings.HasSuffix(name, ">") {
		return nil
	}
	c := importConfig(th)
	src, err := c.readSource(name)
	if err != nil {
		// A relative name may be meant relative to a folder of sys.path, as linecache takes it.
		if strings.HasPrefix(name, "/") {
			return nil
		}
		for _, dir := range sysPath(th) {
			if src, err = c.readSource(dir + "/" + name); err == nil {
				break
			}
		}
		if err != nil {
			return nil
		}
	}
	return splitLines(string(src))
}

// compiledLine returns the line that an error found after parsing shows. CPython's compiler no longer has the source:
// it reads the line from the file of that name, and shows none when there is no such file (as for -c and exec).
func compiledLine(th *Thread, name string, e *parser.SyntaxError) string {
	if s, ok := th.Interp.Ext(sourcesKey{}).(*sources); ok && name != "<string>" && s.lines[name] != nil {
		return e.Text // a prompt or a cell, which show what was typed
	}
	if th.Interp.GetHost().NoFiles {
		return e.Text
	}
	src, err := importConfig(th).readSource(name)
	if err != nil {
		return ""
	}
	lines := strings.SplitAfter(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n")
	if e.Line > len(lines) || !utf8.ValidString(lines[e.Line-1]) || e.Line == 1 && strings.HasPrefix(lines[0], "\ufeff") {
		return e.Text
	}
	return lines[e.Line-1]
}
