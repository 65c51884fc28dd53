// The short ways from a value or a name to the member.
package enummod

import "pyasync/object"

// lookup finds key in the table; done is false when the function in Python shall look, or complain.
func lookup(th *thread, d *object.Dict, key value) (member value, done bool) {
	if d == nil {
		return value{}, false
	}
	member, ok := d.Get(th, key)
	if !ok {
		return value{}, !th.Catch(&object.TypeErrorType) // unhashable
	}
	return member, !member.IsNil()
}

// find is Enum.__new__ for members that exist.
func find(th *thread, t *object.Type, v value) (member value, done bool) {
	if v.Type() == t {
		return v, true
	}
	return lookup(th, table(th, t, strByValue), v)
}

func memberByValue(th *thread, args []value) (value, bool) {
	if len(args) != 2 {
		return value{}, false
	}
	t, ok := object.AsType(args[0])
	if !ok {
		return value{}, false
	}
	return find(th, t, args[1])
}

// callClass is EnumType.__call__ with one argument, for classes whose __new__ is Enum's.
func callClass(th *thread, args []value) (value, bool) {
	if len(args) != 2 {
		return value{}, false
	}
	t, ok := object.AsType(args[0])
	if !ok || !ownNew(th, t) {
		return value{}, false
	}
	if d := table(th, t, strMembers); d == nil || d.Len() == 0 {
		return value{}, false
	}
	return find(th, t, args[1])
}

// ownNew reports whether calling t comes down to Enum.__new__.
func ownNew(th *thread, t *object.Type) bool {
	f := th.Lookup(t, strNew)
	if f.IsNil() {
		return false
	}
	if f.IsExact(&object.StaticMethodType) {
		f = (*object.Wrapped)(f.Ptr()).Func
	}
	n, ok := object.AsNativeFunction(f)
	return ok && n.Python() != nil && n.Python().Qualname.Go() == "Enum.__new__"
}

func classContains(th *thread, args []value) (value, bool) {
	if len(args) != 2 {
		return value{}, false
	}
	t, ok := object.AsType(args[0])
	if !ok {
		return value{}, false
	}
	member, done := find(th, t, args[1])
	if !done || member.IsNil() {
		return value{}, done
	}
	return object.True, true
}

func memberByName(th *thread, args []value) (value, bool) {
	if len(args) != 2 {
		return value{}, false
	}
	t, ok := object.AsType(args[0])
	if !ok {
		return value{}, false
	}
	return lookup(th, table(th, t, strMembers), args[1])
}
