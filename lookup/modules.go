// The modules that can be imported, by their names.
package lookup

import (
	"io/fs"
	"os"
	"strings"

	"pyasync/internal/stdnames"
	"pyasync/object"
	"pyasync/stdlib"
)

// modules lists the modules that may be meant by a dotted beginning, with their full names.
func (n Names) modules(th *object.Thread, word string) (names []string) {
	parent, _, dotted := cutLast(word)
	if dotted {
		for _, sub := range n.submodules(parent) {
			names = append(names, parent+"."+sub)
		}
	} else {
		for _, name := range stdnames.All() {
			if stdlibHas(name) {
				names = append(names, name)
			}
		}
		for _, dir := range n.path(th) {
			names = append(names, inFolder(dir)...)
		}
	}
	for _, name := range keys(th.Interp.Modules) {
		if p, _, _ := cutLast(name); p == parent {
			names = append(names, name)
		}
	}
	return names
}

// stdlibHas reports whether a module of the library is in this binary.
func stdlibHas(name string) bool {
	if stdlib.Find(name) != nil {
		return true
	}
	file := strings.ReplaceAll(name, ".", "/")
	for _, end := range [...]string{".py", "/__init__.py"} {
		if _, err := fs.Stat(stdlib.PythonFS(), file+end); err == nil {
			return true
		}
	}
	return false
}

// submodules lists the modules in a package of the library.
func (n Names) submodules(parent string) (names []string) {
	for m := range stdlib.Modules {
		if rest, ok := strings.CutPrefix(m, parent+"."); ok && !strings.Contains(rest, ".") {
			names = append(names, rest)
		}
	}
	entries, err := fs.ReadDir(stdlib.PythonFS(), strings.ReplaceAll(parent, ".", "/"))
	if err != nil {
		return names
	}
	var files []string
	for _, e := range entries {
		files = append(files, e.Name())
	}
	return append(names, moduleNames(files)...)
}

// path is sys.path.
func (n Names) path(th *object.Thread) (dirs []string) {
	l, ok := object.AsList(th.Interp.Sys.Dict.GetName("path"))
	if !ok || th.Interp.GetHost().NoFiles {
		return nil
	}
	for _, v := range l.Items {
		if dir, ok := object.GoString(v); ok {
			if dir == "" {
				dir = "."
			}
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

func inFolder(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		files = append(files, e.Name())
	}
	return moduleNames(files)
}

// moduleNames are the modules that files make; a folder is taken for a package.
func moduleNames(files []string) (names []string) {
	for _, f := range files {
		name := strings.TrimSuffix(f, ".py")
		if name != "" && !strings.ContainsAny(name, ".-~ ") && !strings.HasPrefix(name, "__") {
			names = append(names, name)
		}
	}
	return names
}
