// Package difftest compares a Python interpreter with CPython: golden programs with recorded
// outputs, and random programs run by both.
//
// This file defines Program, one golden program of testdata/ and the files beside it:
//
//	testdata/<area>/<name>.py   the program; names that begin with "_" are modules for others to import
//	testdata/<area>/<name>.in   its standard input, when it reads any
//	testdata/<area>/<name>.out  what it prints
//	testdata/<area>/<name>.err  its standard error, and the line "exit status: N" when N is not 0
package difftest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Program is one golden program. Dir is absolute; Name is "area/name".
type Program struct {
	Name string
	Dir  string
	File string // base name of the script
}

// Outcome is what a run of a program left behind, after normalisation.
type Outcome struct {
	Stdout string
	Stderr string
	Status int
}

const statusPrefix = "exit status: "

// ownAreas are folders of testdata/ that tests of their own run: in deadlock CPython would hang for ever, in
// differences it prints something else, in newer is what only later versions have.
var ownAreas = map[string]bool{"deadlock": true, "differences": true, "idle": true, "newer": true}

// Programs lists the golden programs below root, sorted by name.
func Programs(root string) ([]Program, error) {
	all, err := programs(root, "*")
	return slices.DeleteFunc(all, func(p Program) bool { return ownAreas[filepath.Base(p.Dir)] }), err
}

// Area lists the programs of one area, sorted by name.
func Area(root, area string) ([]Program, error) { return programs(root, area) }

func programs(root, areas string) ([]Program, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(root, areas, "*.py"))
	if err != nil {
		return nil, err
	}
	var programs []Program
	for _, file := range files {
		base := filepath.Base(file)
		if strings.HasPrefix(base, "_") {
			continue
		}
		dir := filepath.Dir(file)
		name := filepath.Base(dir) + "/" + strings.TrimSuffix(base, ".py")
		programs = append(programs, Program{Name: name, Dir: dir, File: base})
	}
	sort.Slice(programs, func(i, j int) bool { return programs[i].Name < programs[j].Name })
	return programs, nil
}

// Selected reports whether names, each "area" or "area/name", name the program. No names select every program.
func (p Program) Selected(names []string) bool {
	for _, name := range names {
		if p.Name == name || strings.HasPrefix(p.Name, name+"/") {
			return true
		}
	}
	return len(names) == 0
}

func (p Program) beside(extension string) string {
	return filepath.Join(p.Dir, strings.TrimSuffix(p.File, ".py")+extension)
}

// readOptional returns "" for a file that does not exist.
func readOptional(path string) (string, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}

// Input returns the program's standard input.
func (p Program) Input() (string, error) { return readOptional(p.beside(".in")) }

// Expected returns the recorded outcome.
func (p Program) Expected() (Outcome, error) {
	stdout, err := os.ReadFile(p.beside(".out"))
	if err != nil {
		return Outcome{}, fmt.Errorf("no recorded output: %w", err)
	}
	stderr, err := readOptional(p.beside(".err"))
	if err != nil {
		return Outcome{}, err
	}
	text, status := splitStatus(stderr)
	return Outcome{Stdout: string(stdout), Stderr: text, Status: status}, nil
}

// splitStatus takes the last line "exit status: N" off the text of an .err file.
func splitStatus(text string) (string, int) {
	at := strings.LastIndex("\n"+text, "\n"+statusPrefix)
	if at < 0 {
		return text, 0
	}
	status, err := strconv.Atoi(strings.TrimSpace(text[at+len(statusPrefix):]))
	if err != nil {
		return text, 0
	}
	return text[:at], status
}

// Record writes an outcome beside the program.
func (p Program) Record(o Outcome) error {
	if err := os.WriteFile(p.beside(".out"), []byte(o.Stdout), 0o644); err != nil {
		return err
	}
	text := o.Stderr
	if o.Status != 0 {
		if text != "" && !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += statusPrefix + strconv.Itoa(o.Status) + "\n"
	}
	if text == "" {
		err := os.Remove(p.beside(".err"))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	return os.WriteFile(p.beside(".err"), []byte(text), 0o644)
}
