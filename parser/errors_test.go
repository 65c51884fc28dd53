// Errors and warnings beside CPython's: recorded cases, and live ones where CPython is at hand.

package parser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// errorCase is a program and what CPython 3.13 says of it: type, message, lineno, offset, end_lineno,
// end_offset and text of the exception, nil when it compiles; then the warnings.
type errorCase struct {
	Src   string   `json:"src"`
	Mode  string   `json:"mode"`
	Err   []any    `json:"err"`
	Stage string   `json:"stage"`
	Warn  [][3]any `json:"warn"`
}

func (c *errorCase) want() string {
	if c.Err == nil {
		out := "ok"
		for _, w := range c.Warn {
			if w[0] == "SyntaxWarning" {
				out += fmt.Sprintf(" %v (%v)", w[1], w[2])
			}
		}
		return out
	}
	for i := 2; i < 6; i++ {
		if c.Err[i] == nil {
			c.Err[i] = 0.0
		}
	}
	text, _ := c.Err[6].(string)
	if c.Stage == "compile" {
		text = ""
	}
	return fmt.Sprintf("%s: %s [%v:%v-%v:%v] %q", c.Err[0], c.Err[1], c.Err[2], c.Err[3], c.Err[4], c.Err[5], text)
}

func describe(r *Result, err error) string {
	if err == nil {
		out := "ok"
		for _, w := range r.Warnings {
			out += fmt.Sprintf(" %s (%d)", w.Msg, w.Line)
		}
		return out
	}
	e := err.(*SyntaxError)
	text := e.Text
	if e.Compiled {
		text = ""
	}
	return fmt.Sprintf("%s: %s [%d:%d-%d:%d] %q", e.Kind, e.Msg, e.Line, e.Col, e.EndLine, e.EndCol, text)
}

func readCases(t *testing.T, path string) (cases []*errorCase) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		c := &errorCase{}
		if err := json.Unmarshal(lines.Bytes(), c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	return cases
}

// TestErrors runs the recorded cases, and those of the file PYASYNC_ERROR_CASES names.
func TestErrors(t *testing.T) {
	files := []string{"testdata/errors.jsonl"}
	if extra := os.Getenv("PYASYNC_ERROR_CASES"); extra != "" {
		files = append(files, strings.Split(extra, ":")...)
	}
	for _, f := range files {
		same := 0
		cases := readCases(t, f)
		for _, c := range cases {
			r, err := ParseString(c.Src, Options{Mode: modeNames[c.Mode]})
			if got, want := describe(r, err), c.want(); got != want {
				t.Errorf("%s differs for %q:\n\tgot  %s\n\twant %s", c.Stage, c.Src, got, want)
			} else {
				same++
			}
		}
		t.Logf("%s: %d of %d the same", f, same, len(cases))
	}
}

var modeNames = map[string]Mode{"exec": Exec, "eval": Eval, "single": Single}
