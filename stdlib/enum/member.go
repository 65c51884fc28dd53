// The short ways of what every member does: hash and texts.
package enummod

import "pyasync/object"

// name returns the member's name; false for flags that have none and for whatever else.
func name(th *thread, member value) (*object.Str, bool) {
	v := object.OwnAttr(th, member, strName)
	if v.IsNil() || !v.IsExact(&object.StrType) {
		return nil, false
	}
	return object.AsStr(v)
}

func hashMember(th *thread, args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	n, ok := name(th, args[0])
	if !ok {
		return value{}, false
	}
	h, _ := th.Hash(n.V())
	return object.Int(h), true
}

func strMember(th *thread, args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	n, ok := name(th, args[0])
	if !ok {
		return value{}, false
	}
	return object.StrValue(args[0].Type().Name + "." + n.Go()), true
}

func reprMember(th *thread, args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	n, ok := name(th, args[0])
	v := object.OwnAttr(th, args[0], strValue)
	if !ok || v.IsNil() {
		return value{}, false
	}
	how := th.Lookup(args[0].Type(), strValueRepr)
	if how.IsNil() || !how.IsNone() {
		return value{}, false
	}
	text, ok := th.Repr(v)
	if !ok {
		return value{}, true
	}
	return object.StrValue("<" + args[0].Type().Name + "." + n.Go() + ": " + text + ">"), true
}

// formatMember is format(member) and f"{member}" without a specification.
func formatMember(th *thread, args []value) (value, bool) {
	if len(args) != 2 || !args[1].IsExact(&object.StrType) {
		return value{}, false
	}
	if spec, _ := object.AsStr(args[1]); spec.Go() != "" {
		return value{}, false
	}
	text := th.StrOf(args[0])
	if text.IsNil() {
		return value{}, true
	}
	return text, text.IsExact(&object.StrType)
}
