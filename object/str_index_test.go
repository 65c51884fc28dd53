// The index that finds characters in text that is not ASCII.
package object

import (
	"strings"
	"testing"
)

// TestCharIndex asks for the index of each code point of long texts, from both ends, so that the index of offsets is
// made in one go and bit by bit.
func TestCharIndex(t *testing.T) {
	for _, n := range []int{1, 63, 64, 65, 600, 1023, 1024, 1100, 2047} {
		text := strings.Repeat("é", n) + strings.Repeat("x", 30)
		for _, backwards := range []bool{false, true} {
			s := NewStr(text)
			for j := range n + 31 {
				i := j
				if backwards {
					i = n + 30 - j
				}
				off := s.Offset(i)
				if want := min(i, n)*2 + max(i-n, 0); off != want {
					t.Fatalf("%d: Offset(%d) is %d, not %d", n, i, off, want)
				}
				if got := s.CharIndex(off); got != i {
					t.Fatalf("%d: CharIndex(%d) is %d, not %d", n, off, got, i)
				}
			}
		}
		s := NewStr(text)
		if got := s.CharIndex(len(text)); got != n+30 {
			t.Fatalf("%d: CharIndex of the end is %d", n, got)
		}
	}
}
