// Attribute access: getattr, setattr and delattr on any value, and what object itself does.
package object

// GetAttr returns v.name.
func (th *Thread) GetAttr(v Value, name *Str) Value {
	t := v.H.Shape.Type
	if t.GetAttr != nil {
		return t.GetAttr(th, v, name)
	}
	return th.GenericGetAttr(v, name)
}

// GetAttrName is GetAttr for a name given as a Go string.
func (th *Thread) GetAttrName(v Value, name string) Value { return th.GetAttr(v, NewStr(name)) }

// LookupAttr is GetAttr, but absent attributes give the nil Value without an exception; ok false: raised.
func (th *Thread) LookupAttr(v Value, name *Str) (x Value, ok bool) {
	t := v.H.Shape.Type
	if t.GetAttr == nil {
		x, found := th.findAttr(v, t, name)
		if x.H == nil && found {
			if th.Catch(&AttributeErrorType) {
				return Value{}, true
			}
			return Value{}, false
		}
		return x, true
	}
	x = t.GetAttr(th, v, name)
	if x.H == nil && !th.Catch(&AttributeErrorType) {
		return Value{}, false
	}
	return x, true
}

// GenericGetAttr is object.__getattribute__: data descriptors, the instance, other class attributes.
func (th *Thread) GenericGetAttr(v Value, name *Str) Value {
	t := v.H.Shape.Type
	x, found := th.findAttr(v, t, name)
	if found {
		if x.H == nil {
			return th.AttrContext(v, name)
		}
		return x
	}
	return th.noAttribute(v, t, name)
}

func (th *Thread) noAttribute(v Value, t *Type, name *Str) Value {
	return th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.TPName(), name.s)
}

// findAttr looks an attribute up; found with a nil Value means a descriptor raised.
func (th *Thread) findAttr(v Value, t *Type, name *Str) (x Value, found bool) {
	d := th.Lookup(t, name)
	var get func(*Thread, Value, Value, Value) Value
	if d.H != nil {
		dt := d.H.Shape.Type
		get = dt.DescrGet
		if get != nil && dt.DescrSet != nil {
			return get(th, d, v, t.V()), true
		}
	}
	if x = OwnAttr(th, v, name); x.H != nil {
		return x, true
	}
	if d.H == nil {
		return Value{}, false
	}
	if get != nil {
		return get(th, d, v, t.V()), true
	}
	return d, true
}

// SetAttr sets v.name = x; x nil deletes.
func (th *Thread) SetAttr(v Value, name *Str, x Value) bool {
	t := v.H.Shape.Type
	if t.SetAttr != nil {
		return t.SetAttr(th, v, name, x)
	}
	return th.GenericSetAttr(v, name, x)
}

// GenericSetAttr is object.__setattr__ and, with x nil, object.__delattr__.
func (th *Thread) GenericSetAttr(v Value, name *Str, x Value) bool {
	t := v.H.Shape.Type
	d := th.Lookup(t, name)
	if d.H != nil {
		if set := d.H.Shape.Type.DescrSet; set != nil {
			return set(th, d, v, x)
		}
	}
	if x.H == nil {
		if DelOwnAttr(v, name) {
			return true
		}
	} else if SetOwnAttr(v, name, x) {
		return true
	}
	th.cannotSetAttr(v, t, name, d, x.H == nil)
	return false
}

func (th *Thread) cannotSetAttr(v Value, t *Type, name *Str, d Value, del bool) {
	hasDict := t.DictOf != nil || t.AttrsOff != 0 && t.Flags&FlagNoDict == 0
	switch {
	case hasDict && del:
		th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.TPName(), name.s)
	case d.H == nil:
		th.AttributeError(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", t.TPName(), name.s)
	default:
		th.AttributeError(v, name, "'%s' object attribute '%s' is read-only", t.TPName(), name.s)
	}
}
