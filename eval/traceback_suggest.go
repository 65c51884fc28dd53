// "Did you mean": the name that a misspelt one was probably meant to be.
package eval

import (
	"sort"

	"pyasync/internal/stdnames"
	"pyasync/object"
)

// suggestion returns what is appended to the message of e, shown with the traceback tb (nil: with none), or "".
func suggestion(th *Thread, e *object.Exception, tb *object.Traceback) string {
	v := e.V()
	var wrong string
	var ok bool
	isName := object.IsInstance(v, &object.NameErrorType)
	switch {
	case object.IsInstance(v, &object.ImportErrorType):
		wrong, ok = object.GoString(orNone(e.Field("name_from")))
	case isName || object.IsInstance(v, &object.AttributeErrorType):
		wrong, ok = object.GoString(orNone(e.Field("name")))
	}
	if !ok {
		return ""
	}
	pending := th.Exc
	found := suggest(th, e, tb, wrong)
	th.Exc = pending
	text := ""
	if found != "" {
		text = ". Did you mean: '" + found + "'?"
	}
	if isName && stdnames.IsStdlib(wrong) {
		if found != "" {
			return text + " Or did you forget to import '" + wrong + "'?"
		}
		return ". Did you forget to import '" + wrong + "'?"
	}
	return text
}

func suggest(th *Thread, e *object.Exception, tb *object.Traceback, wrong string) string {
	v := e.V()
	var names []string
	switch {
	case object.IsInstance(v, &object.AttributeErrorType):
		obj := e.Field("obj")
		if obj.IsNil() {
			return ""
		}
		names = attributeNames(th, obj)
		if !isOwnSelf(th, tb, obj) {
			names = public(names, wrong)
		}
	case object.IsInstance(v, &object.ImportErrorType):
		name, ok := object.GoString(orNone(e.Field("name")))
		if !ok {
			return ""
		}
		m := importAbsolute(th, name)
		if m.IsNil() {
			return ""
		}
		names = public(attributeNames(th, m), wrong)
	default:
		frame := innermost(tb)
		if frame == nil {
			return ""
		}
		locals := frame.State.Locals(th)
		if locals.IsNil() {
			return ""
		}
		names = append(append(keysOf(th, locals), keysOf(th, frame.Globals.V())...), keysOf(th, th.Interp.Builtins.Dict.V())...)
		if self := getKey(th, locals, "self"); !self.IsNil() {
			if x, ok := th.LookupAttr(self, object.NewStr(wrong)); ok && !x.IsNil() {
				return "self." + wrong
			}
		}
	}
	return object.Suggest(wrong, names)
}

func innermost(tb *object.Traceback) *object.FrameObject {
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	if tb.Frame == nil || tb.Frame.State == nil {
		return nil
	}
	return tb.Frame
}

// isOwnSelf reports whether obj is the self of the method that failed, which may well mean a private name.
func isOwnSelf(th *Thread, tb *object.Traceback, obj Value) bool {
	f := innermost(tb)
	if f == nil {
		return false
	}
	locals := f.State.Locals(th)
	return !locals.IsNil() && getKey(th, locals, "self") == obj
}

func getKey(th *Thread, mapping Value, key string) Value {
	if d, ok := object.AsDict(mapping); ok {
		return d.GetName(key)
	}
	x := th.GetItem(mapping, object.StrValue(key))
	th.Exc = Value{}
	return x
}

func keysOf(th *Thread, mapping Value) (names []string) {
	th.Exc = Value{}
	th.ForEach(mapping, func(k Value) bool {
		if s, ok := object.GoString(k); ok {
			names = append(names, s)
		}
		return true
	})
	return names
}

// attributeNames is dir(v), sorted.
func attributeNames(th *Thread, v Value) (names []string) {
	r, ok := th.CallSpecial(v, strDir)
	if !ok || r.IsNil() {
		return nil
	}
	names = keysOf(th, r)
	if n, ok := th.Len(r); !ok || n > 1 && n != len(names) { // dir() sorts, and cannot sort strings with anything else
		return nil
	}
	sort.Strings(names)
	return names
}

// public drops names with an underscore unless the wrong one has it, too.
func public(names []string, wrong string) []string {
	if len(wrong) > 0 && wrong[0] == '_' {
		return names
	}
	keep := names[:0]
	for _, n := range names {
		if n == "" || n[0] != '_' {
			keep = append(keep, n)
		}
	}
	return keep
}
