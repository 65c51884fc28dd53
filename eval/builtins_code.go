// Builtin functions on code and namespaces: compile, eval, exec, globals, locals, breakpoint.
package eval

import (
	"strings"
	"unicode/utf8"

	"pyasync/object"
	"pyasync/parser"
)

// callerFrame returns the frame that called a builtin, or nil outside all code.
func callerFrame(th *Thread) *Frame {
	if th.Frame == nil {
		return nil
	}
	f := baseFrame(th)
	for f != nil && f.fn == nil {
		f = f.back
	}
	return f
}

// currentLocals is locals() of the calling frame.
func currentLocals(th *Thread) Value {
	f := callerFrame(th)
	if f == nil {
		return th.Raise(&object.SystemErrorType, "frame does not exist")
	}
	return f.locals(th)
}

func builtinLocals(th *Thread, m Value) Value { return currentLocals(th) }

func builtinGlobals(th *Thread, m Value) Value {
	f := callerFrame(th)
	if f == nil {
		return th.Raise(&object.SystemErrorType, "globals() without a frame")
	}
	return f.fn.Globals.V()
}

// Flags of compile(), from the ast module and __future__.
const (
	flagOnlyAST       = 0x400
	flagTopLevelAwait = 0x2000
	flagAnnotations   = 0x1000000
	knownFlags        = 0x1ffff00 | 0x10 | 0x200
)

// builtinCompile is compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1).
func builtinCompile(th *Thread, m Value, a []Value) Value {
	filename, ok := fileSystemPath(th, a[1])
	if !ok {
		return Value{}
	}
	modeName, ok := object.GoString(a[2])
	if !ok {
		return th.TypeError("compile() argument 'mode' must be str, not %s", a[2].Type().TPName())
	}
	flags, optimize := 0, -1
	if !a[3].IsNil() {
		if flags, ok = th.AsIndex(a[3], &object.OverflowErrorType); !ok {
			return Value{}
		}
	}
	if !a[5].IsNil() {
		if optimize, ok = th.AsIndex(a[5], &object.OverflowErrorType); !ok {
			return Value{}
		}
	}
	if flags&^knownFlags != 0 {
		return th.ValueError("compile(): unrecognised flags")
	}
	if optimize < -1 || optimize > 2 {
		return th.ValueError("compile(): invalid optimize value")
	}
	mode, ok := compileModes[modeName]
	if !ok {
		if modeName == "func_type" {
			return th.ValueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
		}
		return th.ValueError("compile() mode must be 'exec', 'eval' or 'single'")
	}
	trees := treesFor(th, a[0])
	if trees != nil && flags&flagOnlyAST != 0 {
		return a[0]
	}
	if flags&flagOnlyAST != 0 {
		m := th.Interp.Hooks.Import(th, "ast")
		if m.IsNil() {
			return m
		}
		return th.CallMethod(m, object.NewStr("parse"), a[0], object.StrValue(filename), a[2])
	}
	var src []byte
	if trees == nil {
		if src, ok = sourceText(th, a[0], "compile", "string, bytes or AST object"); !ok {
			return Value{}
		}
	}
	opt := CompileOptions{Mode: mode, TopLevelAwait: flags&flagTopLevelAwait != 0, FutureAnnotations: flags&flagAnnotations != 0, Optimize: max(optimize, 0)}
	opt.Text = a[0].Is(&object.StrType)
	if dontInherit, ok := th.Truth(orNone(a[4])); !ok {
		return Value{}
	} else if !dontInherit {
		opt = inherited(th, a[0], opt)
	}
	var code *object.Code
	if trees != nil {
		code, ok = compileTree(th, trees, a[0], filename, opt)
	} else {
		code, ok = Compile(th, src, filename, opt)
	}
	if !ok {
		return Value{}
	}
	return object.ObjectValue(&code.Header)
}

// inherited completes the options for a source that running code gives: it compiles under that code's future features.
func inherited(th *Thread, source Value, opt CompileOptions) CompileOptions {
	opt.Text = source.Is(&object.StrType)
	if f := callerFrame(th); f != nil && f.code().Flags&coFutureAnnotations != 0 {
		opt.FutureAnnotations = true
	}
	return opt
}

var compileModes = map[string]parser.Mode{"exec": parser.Exec, "eval": parser.Eval, "single": parser.Single}

// sourceText returns the bytes of a source given as str or bytes-like object.
func sourceText(th *Thread, v Value, fname, what string) (src []byte, ok bool) {
	if s, ok := object.GoString(v); ok {
		if !utf8.ValidString(s) {
			return nil, th.Encode(v, "utf-8", "strict").H != nil // lone surrogates: raises
		}
		src = []byte(s)
	} else if f := v.Type().Buffer; f != nil {
		buf, ok := f(th, v)
		if !ok {
			return nil, false
		}
		src = append([]byte(nil), buf.Bytes...)
		if buf.Release != nil {
			buf.Release()
		}
	} else {
		th.TypeError("%s() arg 1 must be a %s", fname, what)
		return nil, false
	}
	for _, c := range src {
		if c == 0 {
			raiseSyntaxError(th, &parser.SyntaxError{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", Bare: true}, "")
			return nil, false
		}
	}
	return src, true
}

// fileSystemPath is os.fsdecode for file names given to builtins.
func fileSystemPath(th *Thread, v Value) (string, bool) {
	if s, ok := object.GoString(v); ok {
		return s, true
	}
	if f := v.Type().Buffer; f != nil {
		buf, ok := f(th, v)
		if !ok {
			return "", false
		}
		s := string(buf.Bytes)
		if buf.Release != nil {
			buf.Release()
		}
		return s, true
	}
	p, ok := th.CallSpecial(v, strFSPath)
	if !ok {
		th.TypeError("expected str, bytes or os.PathLike object, not %s", v.Type().TPName())
		return "", false
	}
	if p.IsNil() {
		return "", false
	}
	return fileSystemPath(th, p)
}

var strFSPath = object.NewStr("__fspath__")

// isMapping reports whether v can be the locals of exec and eval (PyMapping_Check).
func isMapping(v Value) bool { return v.Type().GetItem != nil }

func builtinEval(th *Thread, m Value, a []Value) Value {
	globals, locals := orNone(a[1]), orNone(a[2])
	if !locals.IsNone() && !isMapping(locals) {
		return th.TypeError("locals must be a mapping")
	}
	if !globals.IsNone() && !globals.Is(&object.DictType) {
		if isMapping(globals) {
			return th.TypeError("globals must be a real dict; try eval(expr, {}, mapping)")
		}
		return th.TypeError("globals must be a dict")
	}
	g, l, ok := namespaces(th, "eval", globals, locals)
	if !ok {
		return Value{}
	}
	if a[0].Is(&object.CodeType) {
		code := (*object.Code)(a[0].Ptr())
		if len(code.FreeVars) > 0 {
			return th.TypeError("code object passed to eval() may not contain free variables")
		}
		return Run(th, code, g, l)
	}
	src, ok := sourceText(th, a[0], "eval", "string, bytes or code object")
	if !ok {
		return Value{}
	}
	src = []byte(strings.TrimLeft(string(src), " \t"))
	code, ok := Compile(th, src, "<string>", inherited(th, a[0], CompileOptions{Mode: parser.Eval}))
	if !ok {
		return Value{}
	}
	return Run(th, code, g, l)
}

func builtinExec(th *Thread, m Value, a []Value) Value {
	globals, locals, closure := orNone(a[1]), orNone(a[2]), orNone(a[3])
	if !globals.IsNone() && !globals.Is(&object.DictType) {
		return th.TypeError("exec() globals must be a dict, not %s", globals.Type().TPName())
	}
	if !locals.IsNone() && !isMapping(locals) {
		return th.TypeError("locals must be a mapping or None, not %s", locals.Type().TPName())
	}
	g, l, ok := namespaces(th, "exec", globals, locals)
	if !ok {
		return Value{}
	}
	if a[0].Is(&object.CodeType) {
		code := (*object.Code)(a[0].Ptr())
		cells, ok := closureCells(th, code, closure)
		if !ok || runClosure(th, code, g, l, cells).IsNil() {
			return Value{}
		}
		return object.None
	}
	if !closure.IsNone() {
		return th.TypeError("closure can only be used when source is a code object")
	}
	src, ok := sourceText(th, a[0], "exec", "string, bytes or code object")
	if !ok {
		return Value{}
	}
	code, ok := Compile(th, src, "<string>", inherited(th, a[0], CompileOptions{Mode: parser.Exec}))
	if !ok || Run(th, code, g, l).IsNil() {
		return Value{}
	}
	return object.None
}

func closureCells(th *Thread, code *object.Code, closure Value) (cells []*object.Cell, ok bool) {
	n := len(code.FreeVars)
	if closure.IsNone() {
		if n == 0 {
			return nil, true
		}
		th.TypeError("code object requires a closure of exactly length %d", n)
		return nil, false
	}
	if n == 0 {
		th.TypeError("cannot use a closure with this code object")
		return nil, false
	}
	t, isTuple := object.AsTuple(closure)
	if !isTuple || len(t.Items) != n {
		th.TypeError("code object requires a closure of exactly length %d", n)
		return nil, false
	}
	for _, c := range t.Items {
		if !c.Is(&object.CellType) {
			th.TypeError("code object requires a closure of exactly length %d", n)
			return nil, false
		}
		cells = append(cells, (*object.Cell)(c.Ptr()))
	}
	return cells, true
}

// namespaces resolves the namespaces of eval and exec: the caller's where not given.
func namespaces(th *Thread, fname string, globals, locals Value) (g *object.Dict, l Value, ok bool) {
	if globals.IsNone() {
		f := callerFrame(th)
		if f == nil {
			th.TypeError("%s must be given globals and locals when called without a frame", fname)
			return nil, Value{}, false
		}
		g = f.fn.Globals
		if l = locals; locals.IsNone() {
			l = f.locals(th)
		}
		return g, l, !l.IsNil()
	}
	g, _ = object.AsDict(globals)
	if l = locals; locals.IsNone() {
		l = Value{}
	}
	return g, l, true
}

func builtinBreakpoint(th *Thread, m Value, args []Value, kw []*Str) Value {
	hook := Value{}
	if sys := th.Interp.Sys; sys != nil {
		hook = sys.Dict.GetName("breakpointhook")
	}
	if hook.IsNil() {
		return th.RuntimeError("lost sys.breakpointhook")
	}
	return th.Call(hook, args, kw)
}
