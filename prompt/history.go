// History, the lines typed before, in this run and in earlier ones.
package prompt

import (
	"os"
	"strings"
)

// historyLimit is how many lines are kept; the file may grow to twice as many before it is cut.
const historyLimit = 2000

// History is a list of lines, kept in a file if it has a name. One goroutine uses it at a time.
type History struct {
	path  string
	lines []string
}

// OpenHistory reads the history of a file. A file that cannot be read or written is done without.
func OpenHistory(path string) *History {
	h := &History{path: path}
	if path == "" {
		return h
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return h
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.ToValidUTF8(strings.TrimRight(line, "\r"), "\ufffd"); strings.TrimSpace(line) != "" {
			h.lines = append(h.lines, strings.Map(visible, line))
		}
	}
	if n := len(h.lines); n > 2*historyLimit {
		h.lines = h.lines[n-historyLimit:]
		os.WriteFile(path, []byte(strings.Join(h.lines, "\n")+"\n"), 0o600)
	}
	return h
}

func visible(r rune) rune {
	if !printable(r) && r != '\t' || r >= keyBase {
		return ' '
	}
	return r
}

// Len is the number of lines; At gives one, the oldest is 0.
func (h *History) Len() int        { return len(h.lines) }
func (h *History) At(i int) string { return h.lines[i] }

// Add appends a line, unless it is blank or repeats the last one.
func (h *History) Add(line string) {
	line = strings.TrimRight(line, " \t")
	if line == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return
	}
	h.lines = append(h.lines, line)
	if h.path == "" {
		return
	}
	f, err := os.OpenFile(h.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		h.path = ""
		return
	}
	f.WriteString(line + "\n")
	f.Close()
}
