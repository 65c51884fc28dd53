// The modules about the machine and the interpreter itself.
package stdlib

import (
	"io/fs"

	"pyasync/eval"
	errnomod "pyasync/stdlib/errno"
	iomod "pyasync/stdlib/io"
	"pyasync/stdlib/posix"
)

func init() {
	for name, f := range map[string]Init{
		"_frozen_importlib": eval.InitImportlib,
		"_io":               iomod.Init,
		"errno":             errnomod.Init,
		"io":                iomod.Init,
		"posix":             posix.Init,
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
