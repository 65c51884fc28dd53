// This file shows how two outcomes differ.

package difftest

import (
	"fmt"
	"strings"
)

// Diff describes the first difference of each stream and of the exit status; "" when the outcomes are equal.
func Diff(want, got Outcome) string {
	var b strings.Builder
	diffText(&b, "stdout", want.Stdout, got.Stdout)
	diffText(&b, "stderr", want.Stderr, got.Stderr)
	if want.Status != got.Status {
		fmt.Fprintf(&b, "exit status: want %d, got %d\n", want.Status, got.Status)
	}
	return b.String()
}

// contextLines is how many equal lines are shown before the first difference, differingLines how many pairs of
// different lines.
const (
	contextLines   = 2
	differingLines = 6
)

func diffText(b *strings.Builder, stream, want, got string) {
	if want == got {
		return
	}
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	first := 0
	for first < len(wants) && first < len(gots) && wants[first] == gots[first] {
		first++
	}
	fmt.Fprintf(b, "%s differs at line %d:\n", stream, first+1)
	for _, line := range wants[max(0, first-contextLines):first] {
		fmt.Fprintf(b, "      %s\n", line)
	}
	shown := 0
	for i := first; shown < differingLines && (i < len(wants) || i < len(gots)); i++ {
		if i < len(wants) && i < len(gots) && wants[i] == gots[i] {
			continue
		}
		if i < len(wants) {
			fmt.Fprintf(b, "    - %s\n", wants[i])
		}
		if i < len(gots) {
			fmt.Fprintf(b, "    + %s\n", gots[i])
		}
		shown++
	}
}
