// Package goldentest runs programs and compares what they print with what is on record: scripts with an .out file
// beside them, blocks of Markdown pages followed by a block of text, doctests, and the outputs stored in notebooks.
package goldentest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"pyasync/markdown"
)

// Case is one test.
type Case struct {
	Name  string // for reports
	Path  string
	Attrs markdown.Attrs

	args    []string // of the command
	want    *string  // expected standard output; nil: any
	compare func(want, got string) string
	update  func(got string) error // records what was printed; nil where that is done for the whole file
	block   *markdown.Block
	page    *page
	session []*Case // of a page whose blocks share a namespace: the cases of its blocks
	isBook  bool
}

// page is a Markdown page with the updates that its cases asked for.
type page struct {
	path    string
	page    *markdown.Page
	updates map[int]string
}

// Find returns the cases of files and folders. In folders it takes pages, notebooks, and scripts with an .out file;
// with all also scripts without.
func Find(paths []string, all bool) (cases []*Case, err error) {
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			list, err := casesOf(path)
			if err != nil {
				return nil, err
			}
			cases = append(cases, list...)
			continue
		}
		var files []string
		err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && p != path && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			if !d.IsDir() && wanted(p, all) {
				files = append(files, p)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		for _, f := range files {
			list, err := casesOf(f)
			if err != nil {
				return nil, err
			}
			cases = append(cases, list...)
		}
	}
	return cases, nil
}

func wanted(path string, all bool) bool {
	switch filepath.Ext(path) {
	case ".md", ".markdown", ".ipynb":
		return true
	case ".py":
		_, err := os.Stat(outFile(path))
		return all || err == nil
	}
	return false
}

func outFile(path string) string { return strings.TrimSuffix(path, ".py") + ".out" }

func casesOf(path string) ([]*Case, error) {
	switch filepath.Ext(path) {
	case ".md", ".markdown":
		return pageCases(path)
	case ".ipynb":
		return []*Case{{Name: path, Path: path, args: []string{"--check", absolute(path)}, isBook: true}}, nil
	case ".py":
		return scriptCase(path)
	}
	return nil, fmt.Errorf("%s: not a script, a Markdown page or a notebook", path)
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

func scriptCase(path string) ([]*Case, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Case{Name: path, Path: path, Attrs: markdown.ScriptAttrs(string(src)), args: []string{filepath.Base(path)}, compare: diffOutput}
	out := outFile(path)
	if text, err := os.ReadFile(out); err == nil {
		s := string(text)
		c.want = &s
	}
	c.update = func(got string) error { return os.WriteFile(out, []byte(got), 0o666) }
	return []*Case{c}, nil
}

func pageCases(path string) ([]*Case, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p := &page{path: path, page: markdown.Parse(string(text)), updates: map[int]string{}}
	var cases []*Case
	for _, b := range p.page.Blocks {
		c := &Case{Name: fmt.Sprintf("%s:%d", path, b.Line), Path: path, Attrs: b.Attrs, block: b, page: p, compare: diffOutput,
			args: []string{"--blocks", fmt.Sprint(b.Number), absolute(path)}}
		if b.Expected != nil {
			c.want = &b.Expected.Text
		}
		if b.Doctest {
			c.compare = diffTranscript
		}
		c.update = func(got string) error { p.updates[b.Number] = got; return nil }
		cases = append(cases, c)
	}
	if !p.page.Attrs.Session || len(cases) == 0 {
		return cases, nil
	}
	return []*Case{{Name: path, Path: path, page: p, session: cases, args: []string{"--session", "--keep-going", absolute(path)}}}, nil
}

// write stores the updates of a page.
func (p *page) write() error {
	var list []markdown.Update
	for _, b := range p.page.Blocks {
		if text, ok := p.updates[b.Number]; ok {
			list = append(list, markdown.Update{Block: b, Text: text})
		}
	}
	if len(list) == 0 {
		return nil
	}
	return os.WriteFile(p.path, []byte(p.page.Apply(list)), 0o666)
}

// diffOutput compares outputs, normalised unless they are equal as they are.
func diffOutput(want, got string) string {
	if want == got {
		return ""
	}
	return Diff(Normalise(want), Normalise(got), "expected", "got")
}

// diffTranscript compares doctest transcripts: empty lines and the frames of tracebacks do not count, and "..." in an
// expected line stands for anything.
func diffTranscript(want, got string) string {
	w, g := transcriptLines(want), transcriptLines(got)
	if len(w) == len(g) {
		same := true
		for i := range w {
			same = same && matchesEllipsis(w[i], g[i])
		}
		if same {
			return ""
		}
	}
	return Diff(strings.Join(w, "\n")+"\n", strings.Join(g, "\n")+"\n", "expected", "got")
}

func transcriptLines(text string) (lines []string) {
	inTraceback := false
	for _, l := range strings.Split(Normalise(text), "\n") {
		l = strings.TrimRight(l, " ")
		if inTraceback && strings.HasPrefix(l, " ") {
			continue
		}
		inTraceback = strings.HasPrefix(l, "Traceback (most recent call last)")
		if l != "" && l != "..." && l != "<BLANKLINE>" {
			lines = append(lines, l)
		}
	}
	return lines
}

func matchesEllipsis(want, got string) bool {
	parts := strings.Split(want, "...")
	if len(parts) == 1 || strings.HasPrefix(want, "... ") {
		return want == got
	}
	if !strings.HasPrefix(got, parts[0]) {
		return false
	}
	got = got[len(parts[0]):]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(got, p)
		if i < 0 {
			return false
		}
		got = got[i+len(p):]
	}
	return strings.HasSuffix(got, parts[len(parts)-1])
}

// DefaultTimeout is how long a case may take.
const DefaultTimeout = 60 * time.Second
