// This file reads and writes the list of golden programs that are known to fail, and compares a program's run with
// its recorded outcome.

package difftest

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"
)

const knownHeader = `# Golden programs that pyasync does not run as CPython does yet, one a line: name, then the reason.
# A program that passes has to leave the list. Rewrite it with:
#   go test ./cmd/pyasync -run Golden -write-known-failures
`

// ReadKnownFailures returns the reason for each listed program. A missing file is an empty list.
func ReadKnownFailures(path string) (map[string]string, error) {
	text, err := readOptional(path)
	if err != nil {
		return nil, err
	}
	known := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, " ")
		known[name] = strings.TrimSpace(reason)
	}
	return known, nil
}

// WriteKnownFailures rewrites the list. An empty list removes the file.
func WriteKnownFailures(path string, known, failed map[string]string) error {
	if len(failed) == 0 {
		if len(known) == 0 {
			return nil
		}
		return os.Remove(path)
	}
	var names []string
	for name := range failed {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString(knownHeader)
	for _, name := range names {
		fmt.Fprintf(&b, "%-40s %s\n", name, failed[name])
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// Compare runs a program and describes how its outcome differs from the wanted one; "" when it does not.
func Compare(in Interpreter, p Program, want Outcome, tmp string, patience time.Duration) string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	got, err := in.Run(ctx, p, tmp)
	if err != nil {
		return err.Error()
	}
	diff := Diff(want, got)
	if diff != "" && got.Stderr != "" && got.Stderr != want.Stderr {
		diff += "last line of stderr: " + LastLine(got.Stderr) + "\n"
	}
	return diff
}

// LastLine returns the last line of a text that is not blank.
func LastLine(text string) string {
	text = strings.TrimRight(text, "\n ")
	return text[strings.LastIndex(text, "\n")+1:]
}

// Reason makes one short line of a problem: what was printed instead, or the first line that differs.
func Reason(problem string) string {
	reason := LastLine(problem)
	if last, ok := strings.CutPrefix(reason, "last line of stderr: "); ok {
		reason = last
	} else {
		for _, line := range strings.Split(problem, "\n") {
			if strings.HasPrefix(line, "    + ") || strings.HasPrefix(line, "    - ") {
				reason = strings.TrimSpace(line)
				break
			}
		}
	}
	const longest = 120
	if len(reason) > longest {
		reason = strings.ToValidUTF8(reason[:longest], "") + "…"
	}
	return reason
}
