// The functions that the Python part of a kernel calls.
package notebook

import (
	"strings"

	"pyasync/asyncrt"
	"pyasync/eval"
	"pyasync/lookup"
	"pyasync/object"
)

type hostFunction struct {
	name string
	sig  string
	call func(k *Kernel, th *object.Thread, a []object.Value) object.Value
}

var hostFunctions = [...]hostFunction{
	{"next_cell", "", hostNext},
	{"begin_cell", "", hostBegin},
	{"end_cell", "ok, /", hostEnd},
	{"compile_cell", "source, filename, /", hostCompile},
	{"show_error", "exc, /", hostError},
	{"find_name", "dotted, /", hostFind},
	{"read_line", "prompt, password, /", hostInput},
	{"reads_lines", "", hostChoice(func(c *Config) bool { return c.Input != nil })},
	{"publish", "kind, data, metadata, display_id, /", hostPublish},
	{"stands_still", "", hostStill},
	{"wants_settle", "", hostChoice(func(c *Config) bool { return c.Settle })},
	{"catches_interrupts", "", hostChoice(func(c *Config) bool { return c.Interrupts })},
	{"rich_display", "", hostChoice(func(c *Config) bool { return c.Rich })},
	{"takes_displays", "", hostChoice(func(c *Config) bool { return c.Publish != nil })},
	{"keeps_history", "", hostChoice(func(c *Config) bool { return c.History })},
}

// builtin makes the Python function for one kernel.
func (f *hostFunction) builtin(k *Kernel) object.Value {
	m := &object.Method{Name: f.name, Sig: f.sig, F: func(th *object.Thread, self object.Value, a []object.Value) object.Value {
		return f.call(k, th, a)
	}}
	return object.NewBuiltin(m, object.None, "pyasync")
}

func hostChoice(get func(c *Config) bool) func(*Kernel, *object.Thread, []object.Value) object.Value {
	return func(k *Kernel, th *object.Thread, a []object.Value) object.Value { return object.Bool(get(&k.cfg)) }
}

// hostStill tells whether the tasks that are left wait for something that only a later cell can do.
func hostStill(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	return object.Bool(asyncrt.Still(th))
}

// hostNext returns what Kernel.serve takes of the next cell, None when there is none yet, False at the end.
func hostNext(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	c, more := k.cfg.Next()
	switch {
	case !more:
		return object.False
	case c == nil:
		if !k.served { // from now on somebody outside may wake the loop
			k.served = true
			th.Interp.Outside.Add(1)
		}
		return object.None
	}
	k.number(c)
	k.current, k.failure = c, nil
	t := Transform(c.Source)
	eval.RegisterSource(th, c.Name, t.Source)
	capture := object.None
	if t.Capture {
		capture = object.StrValue(t.Args)
	}
	return object.NewTuple([]object.Value{object.StrValue(c.Name), object.StrValue(t.Source), object.Bool(t.Timed),
		object.Bool(!c.Silent && !t.Quiet), object.StrValue(c.Source), object.Int(int64(c.Number)), object.Bool(!c.Apart), capture}).V()
}

func hostBegin(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	if k.cfg.Begin != nil {
		k.cfg.Begin(k.current)
	}
	return object.None
}

func hostEnd(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	if k.cfg.End != nil {
		k.cfg.End(k.current, k.failure)
	}
	return object.None
}

// hostCompile returns (body, tail); tail is None when the cell does not end in an expression.
func hostCompile(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	src, ok := object.GoString(a[0])
	name, ok2 := object.GoString(a[1])
	if !ok || !ok2 {
		return th.TypeError("compile_cell() takes two strings")
	}
	body, tail, ok := eval.CompileCell(th, []byte(src), name)
	if !ok {
		return object.Value{}
	}
	t := object.None
	if tail != nil {
		t = object.ObjectValue(&tail.Header)
	}
	return object.NewTuple([]object.Value{object.ObjectValue(&body.Header), t}).V()
}

// hostError records the exception that left a cell, without the frames of the kernel, and prints it.
func hostError(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	e, ok := object.AsException(a[0])
	if !ok {
		return th.TypeError("show_error() takes an exception")
	}
	for e.Traceback != nil && e.Traceback.Frame != nil && strings.HasPrefix(e.Traceback.Frame.Code.Filename, driverFile) {
		e.Traceback = e.Traceback.Next
	}
	msg, ok := th.Str(a[0])
	if !ok {
		th.Exc = object.Value{}
	}
	text := eval.FormatException(th, a[0], eval.FormatOptions{}) + k.in.LegacyHint(a[0])
	k.failure = &Failure{Type: a[0].Type().Name, Message: msg, Traceback: text}
	if !k.cfg.Quiet {
		eval.WriteStderr(th, k.failure.Traceback)
	}
	return object.None
}

// hostFind returns the object a dotted name stands for in a tuple, or None.
func hostFind(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	name, _ := object.GoString(a[0])
	v := lookup.Names{Namespace: k.in.Main().Dict}.Find(th, name)
	if v.IsNil() {
		return object.None
	}
	return object.TupleOf(v)
}

func hostPublish(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	kind, _ := object.GoString(a[0])
	var dicts [2]map[string]any
	for i := range dicts {
		x, err := k.in.FromPython(a[1+i])
		if err != nil {
			return th.TypeError("%s", err.Error())
		}
		m, ok := x.(map[string]any)
		if !ok {
			return th.TypeError("data and metadata of a display must be dicts with str keys")
		}
		dicts[i] = plainJSON(m).(map[string]any)
	}
	id := ""
	if !a[3].IsNone() {
		var ok bool
		if id, ok = th.Str(a[3]); !ok {
			return object.Value{}
		}
	}
	if k.cfg.Publish != nil {
		k.cfg.Publish(kind, dicts[0], dicts[1], id)
	}
	return object.None
}

// plainJSON replaces what JSON cannot express by null.
func plainJSON(x any) any {
	switch x := x.(type) {
	case map[string]any:
		for key, v := range x {
			x[key] = plainJSON(v)
		}
	case []any:
		for i, v := range x {
			x[i] = plainJSON(v)
		}
	case object.Value:
		return nil
	}
	return x
}
