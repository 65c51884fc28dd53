// The substitution of type parameters in subscripted generics (_Py_subs_parameters).
package object

// SubstTypeParams returns args with params replaced by the arguments item, for self[item].
func (th *Thread) SubstTypeParams(self Value, args, params []Value, item Value) (*Tuple, bool) {
	if len(params) == 0 {
		r, ok := th.Repr(self)
		if ok {
			th.TypeError("%s is not a generic class", r)
		}
		return nil, false
	}
	item, ok := th.unpackTypeArgs(item)
	if !ok {
		return nil, false
	}
	for _, p := range params {
		prepare, ok := th.LookupAttr(p, strTypingPrepare)
		if !ok {
			return nil, false
		}
		if prepare.H == nil || prepare.IsNone() {
			continue
		}
		tuple := item
		if _, isTuple := AsTuple(item); !isTuple {
			tuple = TupleOf(item)
		}
		if item = th.CallArgs(prepare, self, tuple); item.H == nil {
			return nil, false
		}
	}
	items := []Value{item}
	if t, isTuple := AsTuple(item); isTuple {
		items = t.Items
	}
	if len(items) != len(params) {
		r, ok := th.Repr(self)
		if ok {
			th.TypeError("Too %s arguments for %s; actual %d, expected %d", pickWord(len(items) > len(params), "many", "few"), r, len(items), len(params))
		}
		return nil, false
	}
	out, ok := th.substArgs(args, params, items)
	if !ok {
		return nil, false
	}
	return NewTuple(out), true
}

// unpackTypeArgs flattens *tuple[int, str] among the arguments.
func (th *Thread) unpackTypeArgs(item Value) (Value, bool) {
	items := []Value{item}
	t, isTuple := AsTuple(item)
	if isTuple {
		items = t.Items
	}
	var out []Value
	changed := false
	for _, x := range items {
		if _, ok := AsType(x); ok {
			out = append(out, x)
			continue
		}
		sub, ok := th.LookupAttr(x, strTypingUnpacked)
		if !ok {
			return Value{}, false
		}
		if sub.H != nil {
			if st, ok := AsTuple(sub); ok && !(len(st.Items) > 0 && st.Items[len(st.Items)-1] == Ellipsis) {
				out = append(out, st.Items...)
				changed = true
				continue
			}
		}
		out = append(out, x)
	}
	if !changed {
		return item, true
	}
	return NewTuple(out).V(), true
}

func (th *Thread) substArgs(args, params, items []Value) ([]Value, bool) {
	out := make([]Value, 0, len(args))
	for _, a := range args {
		if _, ok := AsType(a); ok {
			out = append(out, a)
			continue
		}
		if t, ok := AsTuple(a); ok {
			sub, ok := th.substArgs(t.Items, params, items)
			if !ok {
				return nil, false
			}
			out = append(out, NewTuple(sub).V())
			continue
		}
		unpack, ok := th.flagAttr(a, "__typing_is_unpacked_typevartuple__")
		if !ok {
			return nil, false
		}
		r := th.substArg(a, params, items)
		if r.H == nil {
			return nil, false
		}
		if t, isTuple := AsTuple(r); unpack && isTuple {
			out = append(out, t.Items...)
		} else {
			out = append(out, r)
		}
	}
	return out, true
}

func (th *Thread) flagAttr(v Value, name string) (is, ok bool) {
	x, ok := th.LookupAttr(v, NewStr(name))
	if !ok || x.H == nil {
		return false, ok
	}
	return th.Truth(x)
}

func (th *Thread) substArg(a Value, params, items []Value) Value {
	subst, ok := th.LookupAttr(a, strTypingSubst)
	if !ok {
		return Value{}
	}
	if subst.H != nil {
		if i := indexOfValue(params, a); i >= 0 {
			return th.CallArgs(subst, items[i])
		}
		return a
	}
	return th.substNested(a, params, items)
}

func indexOfValue(list []Value, v Value) int {
	for i, x := range list {
		if x == v {
			return i
		}
	}
	return -1
}

// substNested subscribes an argument that has parameters of its own.
func (th *Thread) substNested(a Value, params, items []Value) Value {
	if l, ok := AsList(a); ok {
		sub, ok := th.substArgs(l.Items, params, items)
		if !ok {
			return Value{}
		}
		return NewList(sub).V()
	}
	sub, ok := th.LookupAttr(a, strParameters)
	if !ok {
		return Value{}
	}
	if sub.H == nil {
		return a
	}
	own, isTuple := AsTuple(sub)
	if !isTuple || len(own.Items) == 0 {
		return a
	}
	var args []Value
	for _, p := range own.Items {
		i := indexOfValue(params, p)
		if i < 0 {
			args = append(args, p)
			continue
		}
		if t, isTuple := AsTuple(items[i]); isTuple && IsTypeVarTuple(p) {
			args = append(args, t.Items...)
		} else {
			args = append(args, items[i])
		}
	}
	return th.GetItem(a, NewTuple(args).V())
}
