// What the evaluator's inline caches need to know of descriptors and containers.
package object

// MemberSlot returns the Attrs slot behind a __slots__ descriptor, if d is one.
func MemberSlot(d Value) (int, bool) {
	i, _ := SlotMember(d)
	return i, i >= 0
}

// PropertyGetter returns the getter of an exact property, or the nil Value.
func PropertyGetter(d Value) Value {
	if d.IsExact(&PropertyType) {
		return (*Property)(d.Ptr()).Get
	}
	if getter := d.H.Shape.Type.Getter; getter != nil {
		return getter(d)
	}
	return Value{}
}

// RangeInts returns the parts of a range whose values fit int64.
func RangeInts(v Value) (start, stop, step int64, ok bool) {
	r := (*Range)(v.Ptr())
	if !r.Small {
		return 0, 0, 0, false
	}
	if r.Count == 0 {
		return r.First, r.First, r.Stride, true
	}
	// One beyond the last: a whole stride may overflow.
	stop = r.First + r.Stride*(r.Count-1)
	if r.Stride > 0 {
		return r.First, stop + 1, r.Stride, true
	}
	return r.First, stop - 1, r.Stride, true
}

// IsSubclass reports whether d is an instance of a subclass of dict.
func (d *Dict) IsSubclass() bool { return d.Shape != &DictType.Root }

// ASCII returns ascii(v).
func (th *Thread) ASCII(v Value) (string, bool) {
	s, ok := th.Repr(v)
	if !ok {
		return "", false
	}
	return asciiRepr(s), true
}

// asciiRepr escapes what is not ASCII in a repr.
func asciiRepr(s string) string {
	if isASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	for s != "" {
		r, n := DecodeRune(s)
		s = s[n:]
		switch {
		case r < 0x80:
			b = append(b, byte(r))
		case r < 0x100:
			b = appendHex(append(b, `\x`...), uint32(r), 2)
		case r < 0x10000:
			b = appendHex(append(b, `\u`...), uint32(r), 4)
		default:
			b = appendHex(append(b, `\U`...), uint32(r), 8)
		}
	}
	return string(b)
}
