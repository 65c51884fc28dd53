// Tests of the page made from a small result.
package main

import (
	"strings"
	"testing"
)

func TestPage(t *testing.T) {
	r, err := readResult("testdata/result.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.restrict("testdata/baseline.json"); err != nil {
		t.Fatal(err)
	}
	reasons, err := parseReasons("Objects die late.\n\ttest_a.*gc*\n")
	if err != nil {
		t.Fatal(err)
	}
	got := page(r, reasons)
	for _, want := range []string{
		"| `test_a` | 1 | 3 | 33.3 % |\n", "| `test_b` | 0 | 1 | 0.0 % |\n", "| **all** | 1 | 4 | 25.0 % |\n",
		"### Objects die late\n\n- test_a.T.test_gc\n",
		"### Not looked into yet\n\n- test_a.T.test_other: failed, `AssertionError: 'x' != 1`\n- test_b.T.test_gone: missing\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "test_cpython") {
		t.Error("a test that CPython does not pass is on the page")
	}
}

func TestReasonsOfTheProject(t *testing.T) {
	reasons, err := parseReasons(reasonsText)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reasons {
		if !strings.HasSuffix(r.text, ".") {
			t.Errorf("%q does not end in a period: is it a pattern that should be indented?", r.text)
		}
	}
}

func TestPatternWithoutReason(t *testing.T) {
	if _, err := parseReasons("\tpattern\n"); err == nil {
		t.Error("no error")
	}
}
