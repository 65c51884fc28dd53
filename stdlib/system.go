// The modules about the machine and the interpreter itself.
package stdlib

import (
	"io/fs"

	"pyasync/eval"
	errnomod "pyasync/stdlib/errno"
	"pyasync/stdlib/fcntl"
	iomod "pyasync/stdlib/io"
	"pyasync/stdlib/posix"
	"pyasync/stdlib/resource"
	signalmod "pyasync/stdlib/signal"
	subprocessmod "pyasync/stdlib/subprocess"
	"pyasync/stdlib/termios"
	threadmod "pyasync/stdlib/thread"
	warningsmod "pyasync/stdlib/warnings"
)

func init() {
	for name, f := range map[string]Init{
		"_frozen_importlib": eval.InitImportlib,
		"_io":               iomod.Init,
		"errno":             errnomod.Init,
		"fcntl":             fcntl.Init,
		"io":                iomod.Init,
		"posix":             posix.Init,
		"resource":          resource.Init,
		"signal":            signalmod.Init,
		"_subprocess":       subprocessmod.Init,
		"_warnings":         warningsmod.Init,
		"_traceback":        eval.InitTraceback,
		"_thread":           threadmod.Init,
		"termios":           termios.Init,
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
