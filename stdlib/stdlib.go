// Package stdlib lists the modules of Python's standard library that are built into the binary: those written in Go,
// one package each, and those written in Python, embedded from the folder py.
package stdlib

import (
	"embed"

	"pyasync/object"
	typingmod "pyasync/stdlib/_typing"
	abcmod "pyasync/stdlib/abc"
	astmod "pyasync/stdlib/ast"
	"pyasync/stdlib/atexit"
	"pyasync/stdlib/binascii"
	"pyasync/stdlib/bisect"
	codecsmod "pyasync/stdlib/codecs"
	"pyasync/stdlib/collections"
	"pyasync/stdlib/contextvars"
	copymod "pyasync/stdlib/copy"
	"pyasync/stdlib/datetime"
	enummod "pyasync/stdlib/enum"
	"pyasync/stdlib/functools"
	gcmod "pyasync/stdlib/gc"
	"pyasync/stdlib/hashlib"
	"pyasync/stdlib/heapq"
	"pyasync/stdlib/itertools"
	mathmod "pyasync/stdlib/math"
	"pyasync/stdlib/operator"
	"pyasync/stdlib/random"
	structmod "pyasync/stdlib/struct"
	timemod "pyasync/stdlib/time"
	typesmod "pyasync/stdlib/types"
	"pyasync/stdlib/weakref"
)

// Init fills a fresh module with its contents; false means an exception is pending.
type Init func(th *object.Thread, m *object.Module) bool

// Modules are the modules written in Go, by full name.
var Modules = map[string]Init{
	"_collections": collections.InitCore,
	"_weakref":     weakref.Init,
	"_ast":         astmod.Init,
	"_typing":      typingmod.Init,
	"_py_abc":      abcmod.Init,
	"abc":          abcmod.Init,
	"atexit":       atexit.Init,
	"binascii":     binascii.Init,
	"bisect":       bisect.Init,
	"collections":  collections.Init,
	"copy":         copymod.Init,
	"hashlib":      hashlib.Init,
	"_enum":        enummod.Init,
	"heapq":        heapq.Init,
	"contextvars":  contextvars.Init,
	"datetime":     datetime.Init,
	"functools":    functools.Init,
	"gc":           gcmod.Init,
	"types":        typesmod.Init,
	"itertools":    itertools.Init,
	"math":         mathmod.Init,
	"operator":     operator.Init,
	"random":       random.Init,
	"_random":      random.InitCore,
	"struct":       structmod.Init,
	"time":         timemod.Init,
	"_strptime":    timemod.InitStrptime,
}

// Find returns what fills the module written in Go of that name, nil if there is none.
func Find(name string) Init {
	if f := Modules[name]; f != nil {
		return f
	}
	return codecsmod.EncodingModule(name)
}

// Python holds the modules written in Python: py/name.py or py/name/__init__.py. They are compiled at first import.
//
//go:embed all:py
var Python embed.FS
