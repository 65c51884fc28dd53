// What CPython's site module adds to builtins for the prompt: exit, quit, help, copyright, credits, license.
package eval

import "pyasync/object"

// siteBuiltin is an object that prints a hint as its repr and does something when called.
type siteBuiltin struct {
	object.Header
	name, text string
	call       func(th *Thread, args []Value, kw []*Str) Value
}

var quitterType, helperType, printerType object.Type

func init() {
	slots := object.Slots{
		Repr: func(th *Thread, v Value) Value { return object.StrValue((*siteBuiltin)(v.Ptr()).text) },
		Call: func(th *Thread, f Value, args []Value, kw []*Str) Value {
			return (*siteBuiltin)(f.Ptr()).call(th, args, kw)
		},
	}
	for t, name := range map[*object.Type]string{&quitterType: "_sitebuiltins.Quitter", &helperType: "_sitebuiltins._Helper", &printerType: "_sitebuiltins._Printer"} {
		object.Define(t, object.Spec{Name: name, Flags: object.FlagNoNew, Alloc: object.Allocator[siteBuiltin](), Slots: slots})
	}
}

func addSiteBuiltins(m *object.Module) {
	add := func(t *object.Type, name, text string, call func(th *Thread, args []Value, kw []*Str) Value) {
		b := &siteBuiltin{object.Header{Shape: &t.Root}, name, text, call}
		m.Set(name, object.ObjectValue(&b.Header))
	}
	for _, name := range [...]string{"exit", "quit"} {
		add(&quitterType, name, "Use "+name+"() or Ctrl-D (i.e. EOF) to exit", quit)
	}
	add(&helperType, "help", "Type help() for interactive help, or help(object) for help about object.", help)
	for _, p := range [...][2]string{
		{"copyright", "pyasync is its authors'; Python is copyright (c) 2001-2024 Python Software Foundation."},
		{"credits", "Thanks to everybody who made Python and its documentation.  See www.python.org for more information."},
		{"license", "Type license() to see the full license text"},
	} {
		text := p[1]
		add(&printerType, p[0], text, func(th *Thread, args []Value, kw []*Str) Value {
			return builtinPrint(th, Value{}, []Value{object.StrValue(text)}, nil)
		})
	}
}

func quit(th *Thread, args []Value, kw []*Str) Value {
	code := object.None
	if len(args) > 0 {
		code = args[0]
	}
	// CPython's Quitter closes stdin first, so that a prompt's loop ends too; SystemExit does the rest.
	e := th.CallArgs(object.SystemExitType.V(), code)
	if e.IsNil() {
		return e
	}
	return th.RaiseValue(e)
}

// help imports pydoc, which holds the texts.
func help(th *Thread, args []Value, kw []*Str) Value {
	m := importName(th, "pydoc")
	if m.IsNil() {
		return m
	}
	f := th.GetAttrName(m, "help")
	if f.IsNil() {
		return f
	}
	return th.Call(f, args, kw)
}
