// This file defines the fuzzer: it runs random programs with two interpreters, shrinks what they disagree about, and
// tells one disagreement from another.

package difftest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// Fuzzer compares a subject with the reference interpreter.
type Fuzzer struct {
	Reference Interpreter
	Subject   Interpreter
	Patience  time.Duration // for one run of one interpreter
	Budget    int           // runs spent on shrinking one finding; 0 leaves it as it is

	mu   sync.Mutex
	seen map[string]bool
}

// Finding is a shrunk program on which the interpreters disagree.
type Finding struct {
	Seed      int64
	Program   string
	Diff      string
	Signature string // equal for findings that look like the same cause
}

// Try runs the program of a seed. It returns nil when both interpreters agree, or when a finding like it is known.
func (f *Fuzzer) Try(seed int64) (*Finding, error) {
	program := Generate(seed)
	diff, err := f.repeatable(program)
	if diff == "" || err != nil {
		return nil, err
	}
	wanted := Signature(diff)
	if diff, err = f.repeatable(Slowly(program)); diff == "" || err != nil {
		return nil, err
	}
	if !f.isNew(wanted) {
		return nil, nil
	}
	shrunk := Minimise(program, f.Budget, func(p []*Node) bool {
		diff, err := f.compare(p)
		return err == nil && diff != "" && Signature(diff) == wanted
	})
	if d, err := f.compare(Slowly(shrunk)); err == nil && d != "" {
		return &Finding{Seed: seed, Program: Render(shrunk), Diff: d, Signature: wanted}, nil
	}
	return &Finding{Seed: seed, Program: Render(Slowly(Generate(seed))), Diff: diff, Signature: wanted}, nil
}

// repeatable compares twice; "" means that the interpreters agree, or differ only as the machine's load makes them.
func (f *Fuzzer) repeatable(program []*Node) (string, error) {
	diff, err := f.compare(program)
	if diff == "" || err != nil {
		return "", err
	}
	again, err := f.compare(program)
	if err != nil || Signature(again) != Signature(diff) {
		return "", err
	}
	return diff, nil
}

func (f *Fuzzer) isNew(signature string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	known := f.seen[signature]
	f.seen[signature] = true
	return !known
}

// compare runs a program with both interpreters; "" means they agree.
func (f *Fuzzer) compare(program []*Node) (string, error) {
	dir, err := os.MkdirTemp("", "fuzz")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "p.py"), []byte(Render(program)), 0o644); err != nil {
		return "", err
	}
	var outcomes [2]Outcome
	var errs [2]error
	var wg sync.WaitGroup
	for i, in := range []Interpreter{f.Reference, f.Subject} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ctx, cancel := context.WithTimeout(context.Background(), f.Patience)
			defer cancel()
			outcomes[i], errs[i] = in.run(ctx, dir, []string{"p.py"}, "", dir)
		}()
	}
	wg.Wait()
	if errs[0] != nil || strings.Contains(outcomes[0].Stderr, "SystemError: ") {
		return "", nil // the reference does not end, or trips over itself: nothing to compare
	}
	if errs[1] != nil {
		return "the subject was killed\n" + LastLine(errs[1].Error()), nil
	}
	for i := range outcomes {
		outcomes[i].Stderr = comparableError(outcomes[i])
	}
	return Diff(outcomes[0], outcomes[1]), nil
}

// comparableError is a failed program's standard error, of which only the last line counts when there is more than the
// traceback. Warnings are not compared.
func comparableError(o Outcome) string {
	switch {
	case o.Status == 0:
		return ""
	case strings.HasPrefix(o.Stderr, "Traceback (most recent call last):") || strings.HasPrefix(o.Stderr, "  + Exception Group Traceback"):
		return o.Stderr
	}
	return LastLine(o.Stderr)
}

var (
	numbers = regexp.MustCompile(`\d+`)
	quoted  = regexp.MustCompile(`'[^']*'|"[^"]*"`)
)

// Signature reduces a difference to its first pair of lines without the values in them.
func Signature(diff string) string {
	var pair []string
	for _, prefix := range []string{"    - ", "    + "} {
		for _, text := range strings.Split(diff, "\n") {
			if rest, ok := strings.CutPrefix(text, prefix); ok {
				pair = append(pair, numbers.ReplaceAllString(quoted.ReplaceAllString(rest, "Q"), "N"))
				break
			}
		}
	}
	if len(pair) == 0 {
		pair = []string{diff}
	}
	sum := sha256.Sum256([]byte(strings.Join(pair, "\n")))
	return hex.EncodeToString(sum[:6])
}

// Save writes a finding into a folder: the program, and the difference beside it.
func (x *Finding) Save(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(dir, x.Signature)
	text := fmt.Sprintf("seed %d\n%s", x.Seed, x.Diff)
	if err := os.WriteFile(name+".diff", []byte(text), 0o644); err != nil {
		return "", err
	}
	return name + ".py", os.WriteFile(name+".py", []byte(x.Program), 0o644)
}
