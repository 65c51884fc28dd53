// Calling values, their methods and their special methods.
package object

// Call calls f with positional arguments followed by the values of the keywords kw. args stays the caller's.
func (th *Thread) Call(f Value, args []Value, kw []*Str) Value {
	call := f.H.Shape.Type.Call
	if call == nil {
		return th.TypeError("'%s' object is not callable", f.Type().TPName())
	}
	return call(th, f, args, kw)
}

// CallArgs calls f with positional arguments.
func (th *Thread) CallArgs(f Value, args ...Value) Value { return th.Call(f, args, nil) }

// CallMethod calls v.name(args...).
func (th *Thread) CallMethod(v Value, name *Str, args ...Value) Value {
	f := th.GetAttr(v, name)
	if f.H == nil {
		return f
	}
	return th.Call(f, args, nil)
}

// CallSpecial calls the special method name found on the type of v (not on the instance); ok false when the type
// has none.
func (th *Thread) CallSpecial(v Value, name *Str, args ...Value) (r Value, ok bool) {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return Value{}, false
	}
	return th.callUnbound(f, v, t, args), true
}

// callUnbound calls the class attribute f as a method of v.
func (th *Thread) callUnbound(f, v Value, t *Type, args []Value) Value {
	if !th.EnterFor(" while calling a Python object") {
		return Value{}
	}
	defer th.Leave()
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod != 0 {
		w := th.Window(len(args) + 1)
		w[0] = v
		copy(w[1:], args)
		r := ft.Call(th, f, w, nil)
		th.Release(w)
		return r
	}
	if ft.DescrGet != nil {
		if f = ft.DescrGet(th, f, v, t.V()); f.H == nil {
			return f
		}
	}
	return th.Call(f, args, nil)
}

// callSlot calls a special method that is known to exist unless it was removed meanwhile.
func (th *Thread) callSlot(v Value, name *Str, args ...Value) Value {
	r, ok := th.CallSpecial(v, name, args...)
	if !ok {
		return th.Raise(&AttributeErrorType, name.s)
	}
	return r
}

// callSpecial1 is CallSpecial with one argument, which it passes without allocating.
func (th *Thread) callSpecial1(v Value, name *Str, a Value) (r Value, ok bool) {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return Value{}, false
	}
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod == 0 {
		return th.callUnbound(f, v, t, []Value{a}), true
	}
	w := th.Window(2)
	w[0], w[1] = v, a
	r = ft.Call(th, f, w, nil)
	th.Release(w)
	return r, true
}

// callSlot1 is callSlot with one argument.
func (th *Thread) callSlot1(v Value, name *Str, a Value) Value {
	r, ok := th.callSpecial1(v, name, a)
	if !ok {
		return th.Raise(&AttributeErrorType, name.s)
	}
	return r
}

// callSpecialKw calls a special method with keywords.
func (th *Thread) callSpecialKw(v Value, name *Str, args []Value, kw []*Str) Value {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.Name, name.s)
	}
	if !th.EnterFor(" while calling a Python object") {
		return Value{}
	}
	defer th.Leave()
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod == 0 {
		if ft.DescrGet != nil {
			if f = ft.DescrGet(th, f, v, t.V()); f.H == nil {
				return f
			}
		}
		if !th.Enter() {
			return Value{}
		}
		r := th.Call(f, args, kw)
		th.Leave()
		return r
	}
	w := th.Window(len(args) + 1)
	w[0] = v
	copy(w[1:], args)
	r := ft.Call(th, f, w, kw)
	th.Release(w)
	return r
}
