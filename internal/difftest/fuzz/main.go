// Command fuzz runs random Python programs with CPython 3.13 and with another interpreter, and saves the smallest
// programs on which they disagree.
//
//	go run ./internal/difftest/fuzz [-minutes 10] [-seed N] [-j 2] [-out DIR] ./pyasync
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"pyasync/internal/difftest"
)

func main() {
	minutes := flag.Float64("minutes", 1, "how long to go on")
	seed := flag.Int64("seed", time.Now().UnixNano()%1_000_000_000, "first seed; program i has seed+i")
	jobs := flag.Int("j", 2, "programs at a time")
	out := flag.String("out", filepath.Join(os.TempDir(), "pyasync-findings"), "folder for the findings")
	show := flag.Bool("show", false, "print the program of the seed and stop")
	flag.Parse()
	if *show {
		fmt.Print(difftest.Render(difftest.Generate(*seed)))
		return
	}
	python, ok := difftest.CPython()
	if !ok || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: fuzz [flags] INTERPRETER [ARGUMENT ...]; python3.13 has to be installed")
		os.Exit(2)
	}
	command := flag.Args()
	if path, err := filepath.Abs(command[0]); err == nil {
		if _, err := os.Stat(path); err == nil {
			command[0] = path
		}
	}
	python.Env = []string{"PYTHONHASHSEED=0"}
	f := &difftest.Fuzzer{Reference: python, Subject: difftest.Interpreter{Command: command, Env: python.Env}, Patience: 10 * time.Second, Budget: 150}
	if findings := run(f, *seed, time.Duration(*minutes*float64(time.Minute)), *jobs, *out); findings > 0 {
		os.Exit(1)
	}
}

// run tries seeds until the time is over and returns the number of findings.
func run(f *difftest.Fuzzer, seed int64, length time.Duration, jobs int, out string) int64 {
	var programs, findings atomic.Int64
	end := time.Now().Add(length)
	var wg sync.WaitGroup
	for range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for time.Now().Before(end) {
				finding, err := f.Try(seed + programs.Add(1) - 1)
				if err != nil {
					fmt.Fprintln(os.Stderr, "fuzz:", err)
					continue
				}
				if finding == nil {
					continue
				}
				findings.Add(1)
				path, err := finding.Save(out)
				if err != nil {
					fmt.Fprintln(os.Stderr, "fuzz:", err)
				}
				fmt.Printf("%s (seed %d)\n%s\n", path, finding.Seed, finding.Diff)
			}
		}()
	}
	wg.Wait()
	fmt.Printf("%d programs, %d kinds of differences\n", programs.Load(), findings.Load())
	return findings.Load()
}
