// This file runs the fuzzer for a few seconds where CPython 3.13 is at hand.

package difftest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestFuzz tries the same programs every time. PYASYNC_FUZZ=1 makes differences failures; without it they are logged.
func TestFuzz(t *testing.T) {
	python, ok := CPython()
	if !ok || testing.Short() {
		t.Skip("needs python3.13")
	}
	binary := filepath.Join(t.TempDir(), "pyasync")
	if out, err := exec.Command("go", "build", "-o", binary, "pyasync/cmd/pyasync").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	python.Env = []string{"PYTHONHASHSEED=0"}
	f := &Fuzzer{Reference: python, Subject: Interpreter{Command: []string{binary}, Env: python.Env}, Patience: 10 * time.Second}
	report := t.Logf
	if os.Getenv("PYASYNC_FUZZ") == "1" {
		report = t.Errorf
	}
	end := time.Now().Add(5 * time.Second)
	programs := 0
	for seed := int64(1); time.Now().Before(end); seed++ {
		finding, err := f.Try(seed)
		if err != nil {
			t.Fatal(err)
		}
		programs++
		if finding != nil {
			report("seed %d (go run ./internal/difftest/fuzz -show -seed %[1]d):\n%s", finding.Seed, finding.Diff)
		}
	}
	t.Logf("%d programs", programs)
}
