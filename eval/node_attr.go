// Attributes: loads, stores and deletes with an inline cache on the shape of the object.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// attrKind is what an inline cache found the attribute to be.
type attrKind uint8

const (
	attrNone     attrKind = iota
	attrSlot              // value in slot idx of the instance
	attrMethod            // function of the class, to be bound
	attrClass             // other class attribute that needs no binding: read from the class each time
	attrModule            // entry at idx of the module dict
	attrProperty          // property with a getter written in Python
	attrBuiltin           // method of a builtin type
	attrAdd               // store: appends a slot and changes the shape
)

// attrCache remembers what a name means on objects of one shape.
type attrCache struct {
	shape *object.Shape
	ver   uint32
	kind  attrKind
	guard bool // attrBuiltin: only while the object has no dict of its own
	idx   int32
	off   uintptr // of the Attrs in the object
	val   Value   // function, descriptor
	next  *object.Shape
	dict  *object.Dict
	moves uint32
}

func (c *attrCache) hit(v Value) bool { return v.H.Shape == c.shape && c.shape.Ver == c.ver }

func (c *attrCache) slots(v Value) []Value { return c.attrs(v).Slots }

// attrs returns where v keeps its attributes; only caches of kind attrSlot and attrAdd know.
func (c *attrCache) attrs(v Value) *object.Attrs {
	return (*object.Attrs)(unsafe.Add(unsafe.Pointer(v.H), c.off))
}

// attrCaches are the caches of a node: the first shape met, and a few more for nodes that see several classes.
type attrCaches struct {
	c    attrCache
	more []attrCache
	turn uint8
}

const maxMoreCaches = 5

// entry returns the cache for the shape of v, or nil.
func (n *attrCaches) entry(v Value) *attrCache {
	if n.c.hit(v) {
		return &n.c
	}
	for i := range n.more {
		if n.more[i].hit(v) {
			return &n.more[i]
		}
	}
	return nil
}

// vacant returns the cache to fill for a shape that has none.
func (n *attrCaches) vacant(v Value) *attrCache {
	if n.c.shape == nil || n.c.shape == v.H.Shape {
		return &n.c
	}
	for i := range n.more {
		if n.more[i].shape == v.H.Shape {
			return &n.more[i]
		}
	}
	if len(n.more) < maxMoreCaches {
		n.more = append(n.more, attrCache{})
		return &n.more[len(n.more)-1]
	}
	n.turn = (n.turn + 1) % maxMoreCaches
	return &n.more[n.turn]
}

// fill looks name up on v and remembers what it is; what cannot be cached is remembered as such.
func (c *attrCache) fill(th *Thread, v Value, name *Str) {
	s := v.H.Shape
	t := s.Type
	*c = attrCache{shape: s, ver: s.Ver}
	if t.Solid == &object.ModuleType && t.Flags&object.FlagHeap == 0 {
		c.fillModule(v, name)
		return
	}
	if t.GetAttr != nil {
		return
	}
	d := th.Lookup(t, name)
	if d.H != nil {
		dt := d.Type()
		if dt.DescrSet != nil {
			c.fillData(s, t, d)
			return
		}
	}
	if t.AttrsOff != 0 && t.DictOf == nil {
		if s.DictMode {
			return
		}
		if i := s.SlotIndex(name.Go()); i >= 0 {
			*c = attrCache{shape: s, ver: s.Ver, kind: attrSlot, idx: int32(i), off: t.AttrsOff}
			return
		}
	}
	if d.H == nil {
		return
	}
	if t.DictOf != nil {
		if m := builtinMethod(d); m.H != nil {
			*c = attrCache{shape: s, ver: s.Ver, kind: attrBuiltin, guard: true, val: m}
		}
		return
	}
	switch {
	case d.IsExact(&object.FunctionType):
		*c = attrCache{shape: s, ver: s.Ver, kind: attrMethod, val: d}
	case d.IsExact(&object.MethodDescriptorType) || d.Type() == &object.FunctionType:
		if m := builtinMethod(d); m.H != nil {
			*c = attrCache{shape: s, ver: s.Ver, kind: attrBuiltin, val: m}
		}
	case d.Type().DescrGet == nil:
		c.fillClass(t, name)
	}
}

// builtinMethod returns the descriptor of a method written in Go that the class attribute d is, or nil.
func builtinMethod(d Value) Value {
	switch {
	case d.IsExact(&object.MethodDescriptorType):
		return d
	case d.Type() == &object.FunctionType: // a native one
		if n, ok := object.AsNativeFunction(d); ok {
			return n.Descriptor()
		}
	}
	return Value{}
}

// builtin reports that the cache stands for a method written in Go that v has not got an attribute in front of.
func (c *attrCache) builtin(v Value) bool {
	return c.kind == attrBuiltin && (!c.guard || v.H.Shape.Type.DictOf(v, false) == nil)
}

// fillClass remembers where a plain class attribute stands: its value may change without notice.
func (c *attrCache) fillClass(t *object.Type, name *Str) {
	for _, m := range t.MRO {
		if d := m.Namespace(); d.FindStr(name) >= 0 {
			c.kind, c.dict, c.moves, c.idx = attrClass, d, d.Moves, int32(d.FindStr(name))
			return
		}
	}
}

// fillData handles data descriptors: __slots__ members and properties.
func (c *attrCache) fillData(s *object.Shape, t *object.Type, d Value) {
	if i, ok := object.MemberSlot(d); ok && t.AttrsOff != 0 {
		*c = attrCache{shape: s, ver: s.Ver, kind: attrSlot, idx: int32(i), off: t.AttrsOff}
		return
	}
	if g := object.PropertyGetter(d); g.H != nil && g.IsExact(&object.FunctionType) {
		*c = attrCache{shape: s, ver: s.Ver, kind: attrProperty, val: g}
	}
}

func (c *attrCache) fillModule(v Value, name *Str) {
	m := (*object.Module)(v.Ptr())
	if i := m.Dict.FindStr(name); i >= 0 {
		*c = attrCache{shape: v.H.Shape, ver: v.H.Shape.Ver, kind: attrModule, dict: m.Dict, moves: m.Dict.Moves, idx: int32(i)}
	}
}

// attr is `v.name`.
type attr struct {
	v    Node
	name *Str
	pos  Pos
	attrCaches
}

func (n *attr) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H == nil {
		return v
	}
	return n.of(f, v)
}

// of returns v.name.
func (n *attr) of(f *Frame, v Value) Value {
	c := n.entry(v)
	if c == nil {
		return n.slow(f, v, true)
	}
	switch c.kind {
	case attrSlot:
		if s := c.slots(v); int(c.idx) < len(s) {
			if x := s[c.idx]; x.H != nil {
				return x
			}
		}
	case attrModule:
		if d := (*object.Module)(v.Ptr()).Dict; d == c.dict && d.Moves == c.moves {
			return d.At(int(c.idx))
		}
		return n.slow(f, v, true)
	case attrClass:
		if c.dict.Moves == c.moves {
			return c.dict.At(int(c.idx))
		}
		return n.slow(f, v, true)
	case attrMethod:
		return object.NewBoundMethod(c.val, v)
	case attrProperty:
		f.pos = n.pos
		r := f.call1(c.val, v)
		if r.H == nil {
			f.th.AttrContext(v, n.name)
			f.fail(n.pos)
		}
		return r
	}
	return n.slow(f, v, false)
}

//go:noinline
func (n *attr) slow(f *Frame, v Value, remember bool) Value {
	f.pos = n.pos
	r := f.th.GetAttr(v, n.name)
	if r.H == nil {
		return f.fail(n.pos)
	}
	if remember {
		n.vacant(v).fill(f.th, v, n.name)
	}
	return r
}

// localAttr is `x.name` for a local variable x.
type localAttr struct {
	attr
	off slot
}

func (n *localAttr) Eval(f *Frame) Value {
	v := *f.at(n.off)
	if v.H == nil {
		return n.v.Eval(f)
	}
	if n.c.kind == attrSlot && n.c.hit(v) {
		if s := n.c.slots(v); int(n.c.idx) < len(s) {
			if x := s[n.c.idx]; x.H != nil {
				return x
			}
		}
	}
	return n.of(f, v)
}

// attrTarget stores to v.name.
type attrTarget struct {
	v    Node
	name *Str
	pos  Pos
	attrCaches
}

func (t *attrTarget) store(f *Frame, x Value) bool {
	v := t.v.Eval(f)
	if v.H == nil {
		return false
	}
	return t.storeOn(f, v, x)
}

func (t *attrTarget) storeOn(f *Frame, v, x Value) bool {
	if c := t.entry(v); c != nil {
		switch c.kind {
		case attrSlot:
			if s := c.slots(v); int(c.idx) < len(s) {
				object.Store(&s[c.idx], x)
				return true
			}
		case attrAdd:
			if a := c.attrs(v); len(a.Slots) == int(c.idx) {
				a.Slots = append(a.Slots, x)
				v.H.Shape = c.next
				return true
			}
		case attrNone:
			return t.slow(f, v, x, false)
		}
	}
	return t.slow(f, v, x, true)
}

//go:noinline
func (t *attrTarget) slow(f *Frame, v, x Value, remember bool) bool {
	f.pos = t.pos
	before := v.H.Shape
	if !f.th.SetAttr(v, t.name, x) {
		f.fail(t.pos)
		return false
	}
	if remember {
		t.fill(f.th, v, before)
	}
	return true
}

// fill remembers how a store went: into an existing slot, or adding one.
func (t *attrTarget) fill(th *Thread, v Value, before *object.Shape) {
	typ := before.Type
	c := t.vacant(object.ObjectValue(&object.Header{Shape: before}))
	*c = attrCache{shape: before, ver: before.Ver}
	if typ.SetAttr != nil || typ.DictOf != nil || typ.AttrsOff == 0 || before.DictMode || v.H.Shape.Type != typ {
		return
	}
	if d := th.Lookup(typ, t.name); d.H != nil && d.Type().DescrSet != nil {
		if i, ok := object.MemberSlot(d); ok {
			*c = attrCache{shape: before, ver: before.Ver, kind: attrSlot, idx: int32(i), off: typ.AttrsOff}
		}
		return
	}
	if i := before.SlotIndex(t.name.Go()); i >= 0 {
		*c = attrCache{shape: before, ver: before.Ver, kind: attrSlot, idx: int32(i), off: typ.AttrsOff}
	} else if i := v.H.Shape.SlotIndex(t.name.Go()); i >= 0 && before.With(t.name) == v.H.Shape {
		*c = attrCache{shape: before, ver: before.Ver, kind: attrAdd, idx: int32(i), off: typ.AttrsOff, next: v.H.Shape}
	}
}

func (t *attrTarget) del(f *Frame) bool {
	v := t.v.Eval(f)
	if v.H == nil {
		return false
	}
	f.pos = t.pos
	if !f.th.SetAttr(v, t.name, Value{}) {
		f.fail(t.pos)
		return false
	}
	return true
}
