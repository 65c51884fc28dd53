// Package sysmod is Python's sys module.
package sysmod

import (
	"strings"

	"pyasync/eval"
	"pyasync/internal/stdnames"
	"pyasync/object"
	iomod "pyasync/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
	str    = object.Str
)

// Version is the version of Python that is spoken here.
const (
	Version    = "3.13.0"
	hexVersion = 0x030d00f0
)

// Init fills the sys module. It is made first of all modules, before anything can be imported.
func Init(th *thread, m *object.Module) bool {
	h := th.Interp.GetHost()
	th.Interp.Sys = m
	m.AddFuncs(functions)
	for i := range hookNames {
		name := hookNames[i]
		m.Set("__"+name+"__", m.Dict.GetName(name))
	}
	for _, c := range constants {
		m.Set(c.name, c.v())
	}
	for _, name := range [...]string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		m.Set(name, object.StrValue(prefixOf(h.Executable)))
	}
	m.Set("executable", object.StrValue(h.Executable))
	m.Set("_base_executable", object.StrValue(h.Executable))
	m.Set("argv", strList(h.Args))
	m.Set("orig_argv", strList(h.OrigArgs))
	m.Set("path", strList(append(append([]string(nil), h.Path...), eval.LibDir)))
	m.Set("modules", th.Interp.Modules.V())
	m.Set("meta_path", object.NewList(eval.MetaPath()).V())
	m.Set("path_hooks", object.NewList(nil).V())
	m.Set("path_importer_cache", object.NewDict().V())
	m.Set("flags", flagsOf(th, h))
	m.Set("warnoptions", strList(h.Flags.Warn))
	m.Set("_xoptions", xOptions(h.Flags.X))
	m.Set("dont_write_bytecode", object.True)
	m.Set("builtin_module_names", object.NewTuple(strValues(stdnames.Builtin())).V())
	m.Set("implementation", implementation())
	names := th.CallArgs(object.FrozenSetType.V(), object.NewTuple(strValues(stdnames.All())).V())
	if names.IsNil() {
		return false
	}
	m.Set("stdlib_module_names", names)
	return true
}

// OpenStreams sets stdin, stdout and stderr.
func OpenStreams(th *thread, m *object.Module) bool {
	std, ok := iomod.OpenStd(th)
	if !ok {
		return false
	}
	for name, v := range map[string]value{"stdin": std.Stdin, "stdout": std.Stdout, "stderr": std.Stderr} {
		m.Set(name, v)
		m.Set("__"+name+"__", v)
	}
	return true
}

func strValues(list []string) []value {
	items := make([]value, len(list))
	for i, s := range list {
		items[i] = object.StrValue(object.FSDecode(s))
	}
	return items
}

func strList(list []string) value { return object.NewList(strValues(list)).V() }

func prefixOf(executable string) string {
	dir := executable[:max(strings.LastIndexByte(executable, '/'), 0)]
	return strings.TrimSuffix(dir, "/bin")
}

func xOptions(list []string) value {
	d := object.NewDict()
	for _, x := range list {
		k, v, has := strings.Cut(x, "=")
		if has {
			d.SetName(k, object.StrValue(v))
		} else {
			d.SetName(k, object.True)
		}
	}
	return d.V()
}

func implementation() value {
	d := object.NewDict()
	d.SetName("name", object.StrValue("pyasync"))
	d.SetName("cache_tag", object.StrValue("pyasync-313"))
	d.SetName("version", versionInfo())
	d.SetName("hexversion", object.Int(hexVersion))
	d.SetName("_multiarch", object.StrValue("x86_64-linux-gnu"))
	return object.NewSimpleNamespace(d)
}

// constants are the attributes that are the same everywhere.
var constants = [...]struct {
	name string
	v    func() value
}{
	{"version", func() value { return object.StrValue(Version + " (pyasync) [Go]") }},
	{"version_info", versionInfo},
	{"hexversion", func() value { return object.Int(hexVersion) }},
	{"api_version", func() value { return object.Int(1013) }},
	{"copyright", func() value { return object.StrValue("Python is copyright (c) 2001-2024 Python Software Foundation.") }},
	{"platform", func() value { return object.StrValue("linux") }},
	{"platlibdir", func() value { return object.StrValue("lib") }},
	{"byteorder", func() value { return object.StrValue("little") }},
	{"maxsize", func() value { return object.Int(1<<63 - 1) }},
	{"maxunicode", func() value { return object.Int(0x10ffff) }},
	{"abiflags", func() value { return object.StrValue("") }},
	{"float_repr_style", func() value { return object.StrValue("short") }},
	{"pycache_prefix", func() value { return object.None }},
	{"_framework", func() value { return object.StrValue("") }},
	{"_home", func() value { return object.None }},
	{"_stdlib_dir", func() value { return object.StrValue(eval.LibDir) }},
	{"_git", func() value {
		return object.TupleOf(object.StrValue("pyasync"), object.StrValue(""), object.StrValue(""))
	}},
	{"float_info", floatInfo},
	{"int_info", intInfo},
	{"hash_info", hashInfo},
	{"thread_info", threadInfo},
}

var hookNames = [...]string{"excepthook", "displayhook", "unraisablehook", "breakpointhook"}
