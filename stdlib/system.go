// The modules about the machine and the interpreter itself.
package stdlib

import (
	"io/fs"

	"pyasync/eval"
	iomod "pyasync/stdlib/io"
)

func init() {
	for name, f := range map[string]Init{
		"_frozen_importlib": eval.InitImportlib,
		"_io":               iomod.Init,
		"io":                iomod.Init,
	} {
		Modules[name] = f
	}
}

// PythonFS is Python with the modules at its root.
func PythonFS() fs.FS {
	sub, err := fs.Sub(Python, "py")
	if err != nil {
		return Python
	}
	return sub
}
