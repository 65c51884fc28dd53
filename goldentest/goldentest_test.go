// Comparing, normalising and transcripts of golden tests.
package goldentest

import "testing"

func TestDiff(t *testing.T) {
	got := Diff("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nX\ne\nf\ng\nh\ni\n", "expected", "got")
	const want = "--- expected\n+++ got\n@@ -1,8 +1,9 @@\n a\n b\n c\n-d\n+X\n e\n f\n g\n h\n+i\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
	if Diff("x", "x", "", "") != "" {
		t.Error("equal texts have no difference")
	}
}

func TestNormalise(t *testing.T) {
	for _, c := range [][2]string{
		{"<object at 0x7f3458848890>", "<object at 0xADDR>\n"},
		{"<Task pending name='Task-12' coro=<f() running at /path/to/x.py:10>>\n", "<Task pending name='Task-N' coro=<f() running at FILE:10>>\n"},
		{"Wall time: 3 s\n", "Wall time: TIME\n"},
		{"took 1.234 seconds", "took N.N seconds\n"},
		{"at 10:11:12", "at HH:MM:SS\n"},
		{"\n\n", ""},
	} {
		if got := Normalise(c[0]); got != c[1] {
			t.Errorf("%q: got %q, want %q", c[0], got, c[1])
		}
	}
}

func TestTranscript(t *testing.T) {
	want := ">>> 1/0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n>>> x\n<object ... at ...>\n"
	got := ">>> 1/0\nTraceback (most recent call last):\n    ...\nZeroDivisionError: division by zero\n>>> x\n<object here at 0x123456>\n"
	if d := diffTranscript(want, got); d != "" {
		t.Error(d)
	}
	if diffTranscript(">>> 1\n1\n", ">>> 1\n2\n") == "" {
		t.Error("a difference was not seen")
	}
}
