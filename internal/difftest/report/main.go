// Command report runs the golden programs with an interpreter and prints what fails as Markdown, the most frequent
// cause first.
//
//	go run ./internal/difftest/report [-root testdata] [-j 2] ./pyasync [area | area/name ...]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"pyasync/internal/difftest"
)

type failure struct{ name, problem string }

func main() {
	root := flag.String("root", "testdata", "folder of the golden programs")
	jobs := flag.Int("j", 2, "programs at a time")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: report [flags] INTERPRETER [area | area/name ...]")
		os.Exit(2)
	}
	if err := report(*root, *jobs, flag.Arg(0), flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

func report(root string, jobs int, command string, names []string) error {
	command, err := filepath.Abs(command)
	if err != nil {
		return err
	}
	programs, err := difftest.Programs(root)
	if err != nil {
		return err
	}
	subject := difftest.Interpreter{Command: []string{command}}
	groups := map[string][]failure{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	slots := make(chan struct{}, jobs)
	total, failed := 0, 0
	for _, p := range programs {
		if !p.Selected(names) {
			continue
		}
		total++
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			problem := check(subject, p)
			if problem == "" {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			failed++
			key := difftest.Reason(problem)
			groups[key] = append(groups[key], failure{p.Name, problem})
		}()
	}
	wg.Wait()
	fmt.Printf("# %d of %d golden programs pass\n", total-failed, total)
	printGroups(groups)
	return nil
}

func check(subject difftest.Interpreter, p difftest.Program) string {
	want, err := p.Expected()
	if err != nil {
		return err.Error()
	}
	tmp, err := os.MkdirTemp("", "report")
	if err != nil {
		return err.Error()
	}
	defer os.RemoveAll(tmp)
	return difftest.Compare(subject, p, want, tmp, 20*time.Second)
}

func printGroups(groups map[string][]failure) {
	var keys []string
	for key := range groups {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool {
		if len(groups[keys[i]]) != len(groups[keys[j]]) {
			return len(groups[keys[i]]) > len(groups[keys[j]])
		}
		return keys[i] < keys[j]
	})
	for _, key := range keys {
		group := groups[key]
		sort.Slice(group, func(i, j int) bool { return group[i].name < group[j].name })
		var names []string
		for _, f := range group {
			names = append(names, f.name)
		}
		fmt.Printf("\n## %d: `%s`\n\n%s\n\n```\n%s```\n", len(group), key, strings.Join(names, ", "), group[0].problem)
	}
}
