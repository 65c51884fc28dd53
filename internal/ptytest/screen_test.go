// What the screen makes of the sequences programs write.
package ptytest

import "testing"

func TestScreen(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\r\nb", "a\nb"},
		{"abc\rX", "Xbc"},
		{"abc\b\bX", "aXc"},
		{"0123456789ab", "0123456789\nab"},
		{"0123456789\r\nx", "0123456789\nx"},
		{"one\r\ntwo\x1b[A\r\x1b[2Kup", "up\ntwo"},
		{"one\r\ntwo\x1b[A\r\x1b[J", ""},
		{"\x1b[1;35m>>> \x1b[0mx", ">>> x"},
		{"x\x1b[?2004hy", "xy"},
		{"héé", "héé"},
	} {
		s := NewScreen(10, 5)
		for i := range len(c.in) { // a byte at a time
			s.Write([]byte{c.in[i]})
		}
		if got := s.Text(); got != c.want {
			t.Errorf("%q: %q", c.in, got)
		}
	}
}
