// The result of a run: the status of each test of each module.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
)

// result is a run: its modules by name.
type result struct {
	modules []*module
}

// module is one module of tests.
type module struct {
	name  string
	tests []test
}

// test is one test: its name below the module, its status ("passed", "failed", "skipped" …) and the message.
type test struct{ name, status, detail string }

func (t test) passed() bool { return t.status == "passed" }

func (m *module) passed() int {
	n := 0
	for _, t := range m.tests {
		if t.passed() {
			n++
		}
	}
	return n
}

// resultFile is the form of the file.
type resultFile struct {
	Outcomes map[string]struct {
		Tests map[string][]any `json:"tests"`
	} `json:"outcomes"`
}

func readResult(file string) (*result, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var f resultFile
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	r := &result{}
	for name, outcome := range f.Outcomes {
		m := &module{name: name}
		for id, row := range outcome.Tests {
			t := test{name: strings.TrimPrefix(strings.TrimPrefix(id, "test."+name), "."), status: "missing"}
			if len(row) > 0 {
				t.status, _ = row[0].(string)
			}
			if len(row) > 2 {
				t.detail, _ = row[2].(string)
			}
			m.tests = append(m.tests, t)
		}
		sort.Slice(m.tests, func(i, j int) bool { return m.tests[i].name < m.tests[j].name })
		r.modules = append(r.modules, m)
	}
	sort.Slice(r.modules, func(i, j int) bool { return r.modules[i].name < r.modules[j].name })
	return r, nil
}

// restrict keeps the tests that CPython passes: as it is, and when it does not call itself CPython. The file has by
// module and test the letters of its status in these two runs, P for passed and - for not run. A test of which the
// run says nothing is missing.
func (r *result) restrict(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var baseline map[string]map[string][]any
	if err := json.Unmarshal(text, &baseline); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, m := range r.modules {
		found := map[string]test{}
		for _, t := range m.tests {
			found[t.name] = t
		}
		m.tests = nil
		for name, row := range baseline[m.name] {
			letters, _ := row[0].(string)
			if len(letters) < 2 || letters[0] != 'P' || letters[1] != 'P' && letters[1] != '-' {
				continue
			}
			t, ok := found[name]
			if !ok {
				t = test{name: name, status: "missing"}
			}
			m.tests = append(m.tests, t)
		}
		sort.Slice(m.tests, func(i, j int) bool { return m.tests[i].name < m.tests[j].name })
	}
	return nil
}
