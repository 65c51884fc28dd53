// The exceptions with fields of their own: StopIteration, SystemExit, KeyError, NameError, AttributeError, ImportError
// and SyntaxError.
package object

import (
	"strconv"
	"strings"
)

// setFirstArg sets the first field to what StopIteration.value and SystemExit.code are for the arguments.
func setFirstArg(e *Exception) {
	switch n := len(e.Args.Items); {
	case n == 0:
		e.Fields[0] = Value{}
	case n == 1 || e.Shape.Type.IsSubtype(&StopIterationType):
		e.Fields[0] = e.Args.Items[0]
	default:
		e.Fields[0] = e.Args.V()
	}
}

func initWithFirstArg(th *Thread, v Value, args []Value, kw []*Str) bool {
	if !baseExceptionInit(th, v, args, kw) {
		return false
	}
	setFirstArg(exc(v))
	return true
}

var stopIterationLayout = excLayout{fields: []string{"value"}, members: []string{"value"}, slots: Slots{Init: initWithFirstArg}}

var systemExitLayout = excLayout{fields: []string{"code"}, members: []string{"code"}, slots: Slots{Init: initWithFirstArg}}

var keyErrorLayout = excLayout{slots: Slots{Str: func(th *Thread, v Value) Value {
	if e := exc(v); len(e.Args.Items) == 1 {
		return textResult(th.Repr(e.Args.Items[0]))
	}
	return baseExceptionStr(th, v)
}}}

// initWithNames is __init__ of exceptions that take fields as keyword arguments only.
func initWithNames(name string, fields ...string) func(th *Thread, v Value, args []Value, kw []*Str) bool {
	return func(th *Thread, v Value, args []Value, kw []*Str) bool {
		npos := len(args) - len(kw)
		if !baseExceptionInit(th, v, args[:npos], nil) {
			return false
		}
		e := exc(v)
		for i := range fields {
			e.Fields[i] = Value{}
		}
	next:
		for i, k := range kw {
			for j, f := range fields {
				if f == k.s {
					e.Fields[j] = args[npos+i]
					continue next
				}
			}
			th.TypeError("%s() got an unexpected keyword argument '%s'%s", name, k.s, SuggestKeyword(k.s, fields...))
			return false
		}
		return true
	}
}

var nameErrorLayout = excLayout{fields: []string{"name"}, members: []string{"name"},
	slots: Slots{Init: initWithNames("NameError", "name")}}

var attributeErrorLayout = excLayout{fields: []string{"name", "obj"}, members: []string{"name", "obj"},
	slots: Slots{Init: initWithNames("AttributeError", "name", "obj")},
	methods: []Method{
		{Name: "__getstate__", F0: attributeErrorState},
		{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
			state := attributeErrorState(th, v)
			if state.H == nil {
				return state
			}
			return TupleOf(v.Type().V(), exc(v).Args.V(), state)
		}},
	}}

// attributeErrorState leaves out obj, which may not be picklable.
func attributeErrorState(th *Thread, v Value) Value {
	e := exc(v)
	d := e.ownDict()
	if e.Fields[0].H == nil {
		if d == nil {
			return None
		}
		return d.V()
	}
	if d == nil {
		d = NewDict()
	} else {
		d = d.Copy()
	}
	d.SetName("name", e.Fields[0])
	d.SetName("args", e.Args.V())
	return d.V()
}

var importErrorFields = []string{"name", "path", "name_from", "msg"}

var importErrorLayout = excLayout{fields: importErrorFields, members: []string{"msg", "name", "path", "name_from"},
	slots: Slots{
		Init: func(th *Thread, v Value, args []Value, kw []*Str) bool {
			if !initImportError(th, v, args, kw) {
				return false
			}
			e := exc(v)
			e.Fields[3] = Value{}
			if len(e.Args.Items) == 1 {
				e.Fields[3] = e.Args.Items[0]
			}
			return true
		},
		Str: func(th *Thread, v Value) Value {
			if msg := exc(v).Fields[3]; msg.H != nil && msg.IsExact(&StrType) {
				return msg
			}
			return baseExceptionStr(th, v)
		},
	},
	methods: []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
		e := exc(v)
		state := e.ownDict()
		for i, name := range importErrorFields[:3] {
			if e.Fields[i].H == nil {
				continue
			}
			if state == nil {
				state = NewDict()
			}
			state.SetName(name, e.Fields[i])
		}
		if state == nil {
			return TupleOf(v.Type().V(), e.Args.V())
		}
		return TupleOf(v.Type().V(), e.Args.V(), state.V())
	}}}}

var initImportError = initWithNames("ImportError", "name", "path", "name_from")

var syntaxErrorFields = []string{"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"}

var syntaxErrorLayout = excLayout{fields: syntaxErrorFields, members: syntaxErrorFields, slots: Slots{Init: syntaxErrorInit, Str: syntaxErrorStr}}

func syntaxErrorInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	if !baseExceptionInit(th, v, args, kw) {
		return false
	}
	e := exc(v)
	if len(args) >= 1 {
		e.Fields[0] = args[0]
	}
	if len(args) != 2 {
		return true
	}
	info, ok := th.Collect(args[1])
	if !ok {
		return false
	}
	switch n := len(info); {
	case n < 4:
		th.TypeError("function takes at least 4 arguments (%d given)", n)
		return false
	case n > 6:
		th.TypeError("function takes at most 6 arguments (%d given)", n)
		return false
	case n == 5:
		th.TypeError("end_offset must be provided when end_lineno is provided")
		return false
	}
	e.Fields[5], e.Fields[6] = Value{}, Value{}
	for i, x := range info {
		e.Fields[i+1] = x
	}
	return true
}

func syntaxErrorStr(th *Thread, v Value) Value {
	e := exc(v)
	msg := th.strValue(OrNone(e.Fields[0]))
	if msg.H == nil {
		return msg
	}
	text, _ := GoString(msg)
	file, line := "", ""
	if f, ok := AsStr(OrNone(e.Fields[1])); ok {
		file = f.s[strings.LastIndexByte(f.s, '/')+1:]
	}
	if n, ok := OrNone(e.Fields[2]).SmallInt(); ok {
		line = strconv.FormatInt(n, 10)
	}
	_, hasFile := AsStr(OrNone(e.Fields[1]))
	switch {
	case hasFile && line != "":
		return StrValue(text + " (" + file + ", line " + line + ")")
	case hasFile:
		return StrValue(text + " (" + file + ")")
	case line != "":
		return StrValue(text + " (line " + line + ")")
	}
	return msg
}
