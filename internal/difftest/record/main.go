// Command record runs the golden programs with CPython 3.13 and writes their outputs beside them.
//
//	go run ./internal/difftest/record [-root testdata] [-new] [-check] [area | area/name ...]
//
// Each program is run three times with different hash seeds; one whose output varies is reported and not recorded.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	"pyasync/internal/difftest"
)

var hashSeeds = []string{"0", "1", "4711"}

func main() {
	root := flag.String("root", "testdata", "folder of the golden programs")
	onlyNew := flag.Bool("new", false, "only programs that have no recorded output")
	check := flag.Bool("check", false, "compare with what is recorded instead of recording")
	jobs := flag.Int("j", 4, "programs run at a time")
	flag.Parse()
	if err := recordAll(*root, *onlyNew, *check, *jobs, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

func recordAll(root string, onlyNew, check bool, jobs int, names []string) error {
	python, ok := difftest.CPython()
	if !ok {
		return fmt.Errorf("there is no python3.13")
	}
	programs, err := difftest.Programs(root)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	slots := make(chan struct{}, jobs)
	done, bad := 0, 0
	for _, p := range programs {
		if !p.Selected(names) {
			continue
		}
		if _, err := p.Expected(); onlyNew && err == nil {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			err := recordOne(python, p, check)
			mu.Lock()
			defer mu.Unlock()
			done++
			if err != nil {
				bad++
				fmt.Printf("%s: %v\n", p.Name, err)
			}
		}()
	}
	wg.Wait()
	fmt.Printf("%d programs, %d with problems\n", done, bad)
	if bad > 0 {
		return fmt.Errorf("%d programs with problems", bad)
	}
	return nil
}

// recordOne runs a program under every hash seed and records the outcome if it is always the same.
func recordOne(python difftest.Interpreter, p difftest.Program, check bool) error {
	var first difftest.Outcome
	for i, seed := range hashSeeds {
		outcome, err := runOnce(python, p, seed)
		if err != nil {
			return err
		}
		if i == 0 {
			first = outcome
		} else if diff := difftest.Diff(first, outcome); diff != "" {
			return fmt.Errorf("output varies from run to run:\n%s", diff)
		}
	}
	if !check {
		return p.Record(first)
	}
	want, err := p.Expected()
	if err != nil {
		return err
	}
	if diff := difftest.Diff(want, first); diff != "" {
		return fmt.Errorf("recorded output is stale:\n%s", diff)
	}
	return nil
}

func runOnce(python difftest.Interpreter, p difftest.Program, hashSeed string) (difftest.Outcome, error) {
	tmp, err := os.MkdirTemp("", "record")
	if err != nil {
		return difftest.Outcome{}, err
	}
	defer os.RemoveAll(tmp)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	python.Env = []string{"PYTHONHASHSEED=" + hashSeed}
	return python.Run(ctx, p, tmp)
}
