// Finding modules: the modules in the binary, and the folders on sys.path.
package eval

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unsafe"

	"pyasync/internal/stdnames"
	"pyasync/object"
)

// LibDir stands on sys.path for the modules embedded in the binary.
const LibDir = "<pyasync>"

// ImportConfig is what the import system of an interpreter works with.
type ImportConfig struct {
	// Go are the modules written in Go, by full name.
	Go func(name string) (init func(th *object.Thread, m *object.Module) bool, ok bool)
	// GoPackage reports whether modules written in Go have names below this one.
	GoPackage func(name string) bool
	// Python holds the embedded modules written in Python, at its root.
	Python fs.FS
	// Stat and ReadFile reach the files on sys.path; nil: there are none.
	Stat     func(name string) (os.FileInfo, error)
	ReadFile func(name string) ([]byte, error)
	Getwd    func() (string, error)
}

type importKey struct{}

// SetupImports gives an interpreter its import system.
func SetupImports(th *Thread, config ImportConfig) {
	th.Interp.SetExt(importKey{}, &config)
	th.Interp.Hooks.Import = importName
}

func importConfig(th *Thread) *ImportConfig {
	c, _ := th.Interp.Ext(importKey{}).(*ImportConfig)
	if c == nil {
		c = &ImportConfig{}
	}
	return c
}

// moduleKind is where a module's contents come from.
type moduleKind uint8

const (
	goModule        moduleKind = iota // written in Go
	embeddedModule                    // written in Python, in the binary
	sourceModule                      // a file
	namespaceModule                   // folders without __init__.py
	emptyPackage                      // exists only because modules written in Go lie below it
)

// found says what a name stands for.
type found struct {
	kind   moduleKind
	name   string
	file   string   // path of the source
	isPkg  bool     // has submodules
	search []string // __path__ of packages
	init   func(th *object.Thread, m *object.Module) bool
}

// findBuiltin finds what comes before sys.path: what CPython has compiled in or frozen.
func (c *ImportConfig) findBuiltin(name string) *found {
	if !stdnames.IsBuiltin(name) && !stdnames.IsFrozen(name) && !strings.HasPrefix(name, "_frozen_importlib") {
		return nil
	}
	return c.findEmbedded(name)
}

// findEmbedded finds a module in the binary by its full name.
func (c *ImportConfig) findEmbedded(name string) *found {
	rel := strings.ReplaceAll(name, ".", "/")
	dir := LibDir + "/" + rel
	below := c.GoPackage != nil && c.GoPackage(name)
	if c.Go != nil {
		if init, ok := c.Go(name); ok {
			f := &found{kind: goModule, name: name, init: init, isPkg: below || c.embeddedDir(rel)}
			if f.isPkg {
				f.search = []string{dir}
			}
			return f
		}
	}
	if c.Python != nil {
		if _, err := fs.Stat(c.Python, rel+"/__init__.py"); err == nil {
			return &found{kind: embeddedModule, name: name, file: dir + "/__init__.py", isPkg: true, search: []string{dir}}
		}
		if _, err := fs.Stat(c.Python, rel+".py"); err == nil {
			return &found{kind: embeddedModule, name: name, file: dir + ".py"}
		}
	}
	if below {
		return &found{kind: emptyPackage, name: name, isPkg: true, search: []string{dir}}
	}
	return nil
}

func (c *ImportConfig) embeddedDir(rel string) bool {
	if c.Python == nil {
		return false
	}
	info, err := fs.Stat(c.Python, rel)
	return err == nil && info.IsDir()
}

// findOnPath finds a module in the folders of a search path (sys.path, or a package's __path__).
func (c *ImportConfig) findOnPath(name string, dirs []string) *found {
	tail := name[strings.LastIndexByte(name, '.')+1:]
	var portions []string
	sawLib := false
	for _, dir := range dirs {
		if dir == LibDir || strings.HasPrefix(dir, LibDir+"/") {
			sawLib = true
			rel := path.Join(strings.TrimPrefix(dir, LibDir), tail)
			if f := c.findEmbedded(strings.ReplaceAll(strings.Trim(rel, "/"), "/", ".")); f != nil {
				f.name = name
				return f
			}
			continue
		}
		f, isDir := c.findInDir(name, dir, tail)
		if f != nil {
			return f
		}
		if isDir {
			portions = append(portions, c.absolute(filepath.Join(dir, tail)))
		}
	}
	// A program may rebuild sys.path and lose our entry; the library stays reachable, last.
	if !sawLib && !strings.Contains(name, ".") {
		if f := c.findEmbedded(name); f != nil {
			return f
		}
	}
	if portions != nil {
		return &found{kind: namespaceModule, name: name, isPkg: true, search: portions}
	}
	return nil
}

// findInDir looks for tail/__init__.py and tail.py in dir; isDir: there is a folder tail that may be a portion of a
// namespace package.
func (c *ImportConfig) findInDir(name, dir, tail string) (f *found, isDir bool) {
	if c.Stat == nil {
		return nil, false
	}
	base := c.absolute(filepath.Join(dir, tail))
	if info, err := c.Stat(base); err == nil && info.IsDir() {
		isDir = true
		if file := base + "/__init__.py"; c.isFile(file) {
			return &found{kind: sourceModule, name: name, file: file, isPkg: true, search: []string{base}}, true
		}
	}
	if file := base + ".py"; c.isFile(file) {
		return &found{kind: sourceModule, name: name, file: file}, isDir
	}
	return nil, isDir
}

func (c *ImportConfig) isFile(name string) bool {
	info, err := c.Stat(name)
	return err == nil && !info.IsDir()
}

func (c *ImportConfig) absolute(name string) string {
	if filepath.IsAbs(name) || c.Getwd == nil {
		return name
	}
	wd, err := c.Getwd()
	if err != nil {
		return name
	}
	return filepath.Join(wd, name)
}

// isLibrary reports whether a file is one of the modules in the binary.
func isLibrary(file string) bool { return strings.HasPrefix(file, LibDir+"/") }

// libraryText is the source of one of them.
func (c *ImportConfig) libraryText(file string) (string, error) {
	src, err := c.readSource(file)
	return unsafe.String(unsafe.SliceData(src), len(src)), err // nobody else has these bytes
}

// readSource returns the source of a module found.
func (c *ImportConfig) readSource(file string) ([]byte, error) {
	if rel, ok := strings.CutPrefix(file, LibDir+"/"); ok {
		if c.Python == nil {
			return nil, fs.ErrNotExist
		}
		return fs.ReadFile(c.Python, rel)
	}
	if c.ReadFile == nil {
		return nil, fs.ErrPermission
	}
	return c.ReadFile(file)
}

// sysPath returns the strs of sys.path.
func sysPath(th *Thread) []string {
	if th.Interp.Sys == nil {
		return nil
	}
	return stringList(th.Interp.Sys.Dict.GetName("path"))
}

func stringList(v Value) (list []string) {
	if v.IsNil() {
		return nil
	}
	var items []Value
	if l, ok := object.AsList(v); ok {
		items = l.Items
	} else if t, ok := object.AsTuple(v); ok {
		items = t.Items
	}
	for _, x := range items {
		if s, ok := object.GoString(x); ok {
			list = append(list, s)
		}
	}
	return list
}

func currentDir(th *Thread) string {
	if c := importConfig(th); c.Getwd != nil {
		wd, _ := c.Getwd()
		return wd
	}
	return ""
}
