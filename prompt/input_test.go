// Which input is complete, and lines read without a terminal.
package prompt

import (
	"testing"

	"pyasync/parser"
)

func TestComplete(t *testing.T) {
	for _, c := range []struct {
		src          string
		single, many bool
	}{
		{"x = 1", true, true},
		{"x = (", false, false},
		{"if x:", false, false},
		{"if x: pass", false, false},
		{"if x: pass\n", true, true},
		{"if x:\n    pass", false, false},
		{"if x:\n    pass\n", true, true},
		{"@d\ndef f():\n    pass\n", true, true},
		{"@d", false, false},
		{"x = 1\ny = 2", true, true},
		{"x = 1\nif y:\n    pass", true, false},
		{"x = 1\nif y:\n    pass\n", true, true},
		{"x = 1\nif y: pass", true, false},
		{"def f():\n    a\n\n    b\nf()", true, true},
		{"def f(:", true, true},
		{"'''abc", false, false},
		{"await x", true, true},
		{"x \\", false, false},
		{"# only\n# comments", true, true},
	} {
		if got := complete(c.src, parser.Single); got != c.single {
			t.Errorf("one statement %q: %v", c.src, got)
		}
		if got := complete(c.src, parser.Exec); got != c.many {
			t.Errorf("statements %q: %v", c.src, got)
		}
	}
}

func TestWithoutPrompts(t *testing.T) {
	const session = ">>> def f():\n...     return 1\n...\n>>> f()\n1\n>>> x = 2"
	if got := withoutPrompts(session); got != "def f():\n    return 1\n\nf()\nx = 2" {
		t.Errorf("%q", got)
	}
}
