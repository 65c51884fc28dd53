// Unified diffs.
package goldentest

import (
	"fmt"
	"strings"
)

// diffContext is the number of equal lines around a difference.
const diffContext = 3

// edit is a run of lines: op ' ' in both, '-' only expected, '+' only got.
type edit struct {
	op   byte
	line string
}

// Diff returns a unified diff of two texts, "" when they are equal.
func Diff(want, got, wantName, gotName string) string {
	if want == got {
		return ""
	}
	edits := compareLines(diffLines(want), diffLines(got))
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", wantName, gotName)
	for start := 0; start < len(edits); {
		if edits[start].op == ' ' {
			start++
			continue
		}
		end := hunkEnd(edits, start)
		writeHunk(&b, edits, max(0, start-diffContext), min(len(edits), end+diffContext))
		start = end
	}
	return b.String()
}

// diffLines splits a text; a last line without an end is marked as diff does.
func diffLines(s string) []string {
	if s == "" {
		return nil
	}
	lines := strings.Split(s, "\n")
	if n := len(lines) - 1; lines[n] == "" {
		return lines[:n]
	}
	lines[len(lines)-1] += "\n\\ No newline at end of file"
	return lines
}

// hunkEnd is where the differences that belong together end: before more equal lines than two contexts.
func hunkEnd(edits []edit, start int) int {
	end := start
	for i := start; i < len(edits) && i-end <= 2*diffContext; i++ {
		if edits[i].op != ' ' {
			end = i + 1
		}
	}
	return end
}

func writeHunk(b *strings.Builder, edits []edit, from, to int) {
	a, c := 1, 1
	for _, e := range edits[:from] {
		if e.op != '+' {
			a++
		}
		if e.op != '-' {
			c++
		}
	}
	na, nc := 0, 0
	for _, e := range edits[from:to] {
		if e.op != '+' {
			na++
		}
		if e.op != '-' {
			nc++
		}
	}
	if na == 0 {
		a--
	}
	if nc == 0 {
		c--
	}
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", a, na, c, nc)
	for _, e := range edits[from:to] {
		b.WriteByte(e.op)
		b.WriteString(e.line + "\n")
	}
}

// maxDiffCells bounds the table of the comparison; longer texts are shown as replaced as a whole.
const maxDiffCells = 16 << 20

// compareLines finds a longest common subsequence.
func compareLines(a, b []string) (edits []edit) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		edits = append(edits, edit{' ', a[0]})
		a, b = a[1:], b[1:]
	}
	var tail []edit
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		tail = append(tail, edit{' ', a[len(a)-1]})
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	edits = append(edits, middle(a, b)...)
	for i := len(tail) - 1; i >= 0; i-- {
		edits = append(edits, tail[i])
	}
	return edits
}

func middle(a, b []string) (edits []edit) {
	width := len(b) + 1
	var table []int32 // length of the longest common subsequence of a[i:] and b[j:]
	if (len(a)+1)*width <= maxDiffCells {
		table = make([]int32, (len(a)+1)*width)
		for i := len(a) - 1; i >= 0; i-- {
			for j := len(b) - 1; j >= 0; j-- {
				if a[i] == b[j] {
					table[i*width+j] = table[(i+1)*width+j+1] + 1
				} else {
					table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
				}
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case table != nil && i < len(a) && j < len(b) && a[i] == b[j]:
			edits = append(edits, edit{' ', a[i]})
			i++
			j++
		case i < len(a) && (j == len(b) || table == nil || table[(i+1)*width+j] >= table[i*width+j+1]):
			edits = append(edits, edit{'-', a[i]})
			i++
		default:
			edits = append(edits, edit{'+', b[j]})
			j++
		}
	}
	return edits
}
