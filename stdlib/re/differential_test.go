// The engine against CPython on random patterns and texts.
package remod

import (
	"bufio"
	"encoding/json"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"pyasync/object"
)

type row struct {
	Pattern, Text string
	Flags         int
	Error         []any
	All           [][]any
	Match, Full   []any
}

// TestAgainstCPython matches random patterns with both engines.
func TestAgainstCPython(t *testing.T) {
	python, err := exec.LookPath("python3.13")
	if err != nil || exec.Command(python, "-c", "pass").Run() != nil { // a version manager's stand-in does not count
		t.Skip("no python3.13")
	}
	out, err := exec.Command(python, "testdata/generate.py", "1", "4000").Output()
	if err != nil {
		t.Fatal(err)
	}
	bad := 0
	sc := bufio.NewScanner(strings.NewReader(string(out)))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var r row
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if msg := check(&r); msg != "" {
			t.Errorf("%q flags %d on %q: %s", r.Pattern, r.Flags, r.Text, msg)
			if bad++; bad > 20 {
				t.FailNow()
			}
		}
	}
}

func compileTest(r *row) (prog *program, failure []any) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case patternError:
			failure = []any{e.msg, float64(e.pos)}
		case overflow:
			failure = []any{"the repetition number is too large", -2.0}
		case valueError:
			failure = []any{string(e), -2.0}
		default:
			panic(e)
		}
	}()
	p, seq := parsePattern(object.Runes(r.Pattern), true, r.Flags)
	return compileNodes(p, seq), nil
}

func check(r *row) string {
	prog, failure := compileTest(r)
	if !reflect.DeepEqual(failure, r.Error) {
		return dump("error", failure, r.Error)
	}
	if failure != nil {
		return ""
	}
	m := newMachine(prog)
	m.th = object.NewThread(object.NewInterp())
	m.s, m.end, m.mustAdvance = r.Text, len(r.Text), -1
	var all [][]any
	for at := 0; m.search(at) >= 0; {
		all = append(all, describe(m))
		at, m.mustAdvance = m.caps[1], -1
		if m.caps[0] == m.caps[1] {
			m.mustAdvance = at
		}
	}
	if !(len(all) == 0 && len(r.All) == 0) && !reflect.DeepEqual(all, r.All) {
		return dump("finditer", all, r.All)
	}
	m.mustAdvance = -1
	m.matchAt(0)
	if got := describe(m); !reflect.DeepEqual(got, r.Match) && (len(r.Match) > 0 || m.matchAt(0) >= 0) {
		return dump("match", got, r.Match)
	}
	m.full = true
	if m.matchAt(0) < 0 {
		if r.Full != nil {
			return dump("fullmatch", nil, r.Full)
		}
	} else if got := describe(m); !reflect.DeepEqual(got, r.Full) {
		return dump("fullmatch", got, r.Full)
	}
	return ""
}

func dump(what string, got, want any) string {
	a, _ := json.Marshal(got)
	b, _ := json.Marshal(want)
	return what + " is " + string(a) + ", CPython has " + string(b)
}

// describe lists the spans of all groups in code points, then the last group.
func describe(m *machine) []any {
	index := func(off int) any {
		if off < 0 {
			return -1.0
		}
		return float64(len(object.Runes(m.s[:off])))
	}
	var out []any
	for g := 0; g < len(m.caps); g += 2 {
		if m.caps[g+1] < 0 {
			out = append(out, []any{-1.0, -1.0})
			continue
		}
		out = append(out, []any{index(m.caps[g]), index(m.caps[g+1])})
	}
	if m.last > 0 {
		return append(out, float64(m.last))
	}
	return append(out, nil)
}
