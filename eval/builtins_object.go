// Builtin functions on any object: attribute access, class tests, repr, ascii, format, callable, dir, vars.
package eval

import (
	"pyasync/object"
	"strconv"
	"strings"
)

// attrName checks that v is an attribute name.
func attrName(th *Thread, v Value) (*Str, bool) {
	if s, ok := object.AsStr(v); ok {
		return s, true
	}
	th.TypeError("attribute name must be string, not '%s'", v.Type().TPName())
	return nil, false
}

func builtinGetAttr(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "getattr", args, kw, 2, 3) {
		return Value{}
	}
	name, ok := attrName(th, args[1])
	if !ok {
		return Value{}
	}
	if len(args) == 2 {
		return th.GetAttr(args[0], name)
	}
	x, ok := th.LookupAttr(args[0], name)
	if ok && x.IsNil() {
		return args[2]
	}
	return x
}

func builtinHasAttr(th *Thread, m, v, n Value) Value {
	name, ok := attrName(th, n)
	if !ok {
		return Value{}
	}
	x, ok := th.LookupAttr(v, name)
	if !ok {
		return Value{}
	}
	return object.Bool(!x.IsNil())
}

func builtinSetAttr(th *Thread, m Value, a []Value) Value {
	name, ok := attrName(th, a[1])
	if !ok || !th.SetAttr(a[0], name, a[2]) {
		return Value{}
	}
	return object.None
}

func builtinDelAttr(th *Thread, m, v, n Value) Value {
	name, ok := attrName(th, n)
	if !ok || !th.SetAttr(v, name, Value{}) {
		return Value{}
	}
	return object.None
}

func builtinIsInstance(th *Thread, m, v, cls Value) Value {
	is, ok := th.IsInstanceOf(v, cls)
	if !ok {
		return Value{}
	}
	return object.Bool(is)
}

func builtinIsSubclass(th *Thread, m, c, cls Value) Value {
	is, ok := th.IsSubclassOf(c, cls)
	if !ok {
		return Value{}
	}
	return object.Bool(is)
}

func builtinCallable(th *Thread, m, v Value) Value { return object.Bool(v.Type().Call != nil) }

func builtinRepr(th *Thread, m, v Value) Value { return th.ReprValue(v) }

func builtinASCII(th *Thread, m, v Value) Value {
	r := th.ReprValue(v)
	if r.IsNil() {
		return r
	}
	s, _ := object.GoString(r)
	if escaped := escapeNonASCII(s); len(escaped) != len(s) {
		return object.StrValue(escaped)
	}
	return r
}

// escapeNonASCII writes non-ASCII characters as \xhh, \uhhhh or \Uhhhhhhhh.
func escapeNonASCII(s string) string {
	i := 0
	for i < len(s) && s[i] < 0x80 {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := object.DecodeRune(s[i:])
		switch {
		case r < 0x80:
			b.WriteByte(byte(r))
		case r < 0x100:
			b.WriteString(`\x` + hexDigits(r, 2))
		case r < 0x10000:
			b.WriteString(`\u` + hexDigits(r, 4))
		default:
			b.WriteString(`\U` + hexDigits(r, 8))
		}
		i += n
	}
	return b.String()
}

func hexDigits(r rune, width int) string {
	s := strconv.FormatInt(int64(r), 16)
	return "00000000"[:width-len(s)] + s
}

var strFormat = object.NewStr("__format__")

func builtinFormat(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "format", args, kw, 1, 2) {
		return Value{}
	}
	spec := object.StrValue("")
	if len(args) == 2 {
		spec = args[1]
		if !spec.Is(&object.StrType) {
			return th.TypeError("format() argument 2 must be str, not %s", noneOrTypeName(spec))
		}
	}
	return formatValue(th, args[0], spec)
}

// formatValue is format(v, spec).
func formatValue(th *Thread, v, spec Value) Value {
	r, ok := th.CallSpecial(v, strFormat, spec)
	switch {
	case !ok:
		return th.TypeError("Type %s doesn't define __format__", v.Type().TPName())
	case !r.IsNil() && !r.Is(&object.StrType):
		return th.TypeError("__format__ must return a str, not %s", r.Type().TPName())
	}
	return r
}

var (
	strDir      = object.NewStr("__dir__")
	strDictName = object.NewStr("__dict__")
)

func builtinDir(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "dir", args, kw, 0, 1) {
		return Value{}
	}
	var names Value
	if len(args) == 0 {
		ns := currentLocals(th)
		if ns.IsNil() {
			return ns
		}
		names = th.CallMethod(ns, strKeys)
	} else {
		var ok bool
		if names, ok = th.CallSpecial(args[0], strDir); !ok {
			return th.TypeError("object does not provide __dir__")
		}
	}
	if names.IsNil() {
		return names
	}
	return builtinSorted(th, m, []Value{names}, nil)
}

func builtinVars(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "vars", args, kw, 0, 1) {
		return Value{}
	}
	if len(args) == 0 {
		return currentLocals(th)
	}
	d, ok := th.LookupAttr(args[0], strDictName)
	if ok && d.IsNil() {
		return th.TypeError("vars() argument must have __dict__ attribute")
	}
	return d
}

// noneOrTypeName names the type of an argument in error texts: of None it is None.
func noneOrTypeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}
