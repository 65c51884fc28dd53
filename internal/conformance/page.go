// The page: a table of counts, then the tests that do not pass, by reason.
package main

import (
	"fmt"
	"sort"
	"strings"
)

const heading = `# CPython's own tests

How many of the tests that CPython 3.13 passes pass here. The tests are CPython's, read from an installed CPython;
nothing of them is part of this project. A test counts only when it passes: one that skips itself is lost.

This page is made by a program; do not edit it:

    go run ./internal/conformance -baseline BASELINE.json RESULT.json

The reasons stand in internal/conformance/reasons.txt.

| module | passed | of | |
|---|---:|---:|---:|
`

// unexplained is the reason of tests that no pattern names.
const unexplained = "Not looked into yet."

func page(r *result, reasons []reason) string {
	var b strings.Builder
	b.WriteString(heading)
	passed, total := 0, 0
	for _, m := range r.modules {
		if len(m.tests) == 0 {
			continue
		}
		writeRow(&b, "`"+m.name+"`", m.passed(), len(m.tests))
		passed, total = passed+m.passed(), total+len(m.tests)
	}
	writeRow(&b, "**all**", passed, total)
	b.WriteString("\n## Tests that do not pass\n")
	writeLost(&b, r, reasons)
	return b.String()
}

func writeRow(b *strings.Builder, name string, passed, total int) {
	fmt.Fprintf(b, "| %s | %d | %d | %.1f %% |\n", name, passed, total, 100*float64(passed)/float64(max(total, 1)))
}

// writeLost lists the lost tests under their reasons, the reason of most tests first.
func writeLost(b *strings.Builder, r *result, reasons []reason) {
	lost := map[string][]string{}
	for _, m := range r.modules {
		for _, t := range m.tests {
			if t.passed() {
				continue
			}
			name := m.name + "." + t.name
			why := find(reasons, name)
			if why == "" {
				why = unexplained
				name += ": " + t.status
				if detail := strings.SplitN(t.detail, " @ ", 2)[0]; detail != "" {
					name += ", `" + shorten(detail) + "`"
				}
			}
			lost[why] = append(lost[why], name)
		}
	}
	texts := make([]string, 0, len(lost))
	for text := range lost {
		texts = append(texts, text)
	}
	sort.Slice(texts, func(i, j int) bool {
		a, c := texts[i], texts[j]
		if (a == unexplained) != (c == unexplained) {
			return c == unexplained
		}
		if len(lost[a]) != len(lost[c]) {
			return len(lost[a]) > len(lost[c])
		}
		return a < c
	})
	for _, text := range texts {
		fmt.Fprintf(b, "\n### %s\n\n", strings.TrimSuffix(text, "."))
		for _, name := range lost[text] {
			fmt.Fprintf(b, "- %s\n", name)
		}
	}
}

// shorten makes a message one short line without characters that Markdown would take for its own.
func shorten(s string) string {
	s = strings.NewReplacer("\\n", " ", "\n", " ", "`", "'", "|", "/").Replace(s)
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120]) + "…"
	}
	return s
}
