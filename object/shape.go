// Shape, the hidden class of objects, and Attrs, the attribute storage that shapes describe.
package object

import "unsafe"

// Shape describes the type of an object and which attribute lives in which slot of its Attrs. Objects that got the
// same attributes in the same order share a shape, so one pointer comparison proves class and layout. Ver is bumped
// when the class (or a base) changes in a way that could alter what a cached lookup found.
type Shape struct {
	Type  *Type
	Solid *Type // the builtin type whose Go layout the object begins with: Type.Solid, or the base that one extends
	Ver   uint32
	// DictMode shapes keep their attributes in a dict (slot Type.NSlots); it is entered when someone takes
	// __dict__, deletes an attribute, or sets very many.
	DictMode bool
	keys     []*Str // the attribute of slot NSlots+i
	index    map[string]int32
	next     map[string]*Shape
	parent   *Shape // the shape without the last key
	dictForm *Shape // shared by the tree of one type
}

// Attrs is the storage of an object's attributes: first the values of __slots__, then those the shape names.
type Attrs struct{ Slots []Value }

// Instance is an object of a class written in Python whose only Go state is its attributes.
type Instance struct {
	Header
	Attrs
}

// maxShapeAttrs is where an object changes to dict mode: more attributes than that are data, not structure.
const maxShapeAttrs = 64

// SlotIndex returns the slot that holds the attribute name, or -1.
func (s *Shape) SlotIndex(name string) int {
	if i, ok := s.index[name]; ok {
		return int(i)
	}
	return -1
}

// Keys returns the names of the attributes in the order they were set.
func (s *Shape) Keys() []*Str { return s.keys }

// With returns the shape that has one attribute more, named name.
func (s *Shape) With(name *Str) *Shape {
	if n := s.next[name.s]; n != nil {
		return n
	}
	n := &Shape{Type: s.Type, Solid: s.Solid, Ver: s.Ver, parent: s}
	n.keys = append(s.keys[:len(s.keys):len(s.keys)], name)
	n.index = make(map[string]int32, len(n.keys))
	for i, k := range n.keys {
		n.index[k.s] = int32(s.Type.NSlots + i)
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name.s] = n
	return n
}

// dictShape returns the dict-mode shape of the type of s.
func (s *Shape) dictShape() *Shape {
	r := &s.Type.Root
	if r.dictForm == nil {
		r.dictForm = &Shape{Type: s.Type, Solid: s.Solid, Ver: r.Ver, DictMode: true}
	}
	return r.dictForm
}

// bump invalidates what inline caches know of all shapes of this tree.
func (s *Shape) bump() {
	s.Ver++
	for _, n := range s.next {
		n.bump()
	}
	if s.dictForm != nil {
		s.dictForm.bump()
	}
}

// AttrsOf returns the attribute storage of v, or nil when its type has none.
func AttrsOf(v Value) *Attrs {
	off := v.H.Shape.Type.AttrsOff
	if off == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Add(unsafe.Pointer(v.H), off))
}

// OwnAttr returns the instance attribute name of v (not the class's), or the nil Value.
func OwnAttr(th *Thread, v Value, name *Str) Value {
	t := v.H.Shape.Type
	if t.DictOf != nil {
		if d := t.DictOf(v, false); d != nil {
			return d.GetStr(name)
		}
		return Value{}
	}
	a := AttrsOf(v)
	if a == nil {
		return Value{}
	}
	s := v.H.Shape
	if s.DictMode {
		return a.dict(t).GetStr(name)
	}
	if i, ok := s.index[name.s]; ok {
		return a.Slots[i]
	}
	return Value{}
}

func (a *Attrs) dict(t *Type) *Dict { return (*Dict)(a.Slots[t.NSlots].Ptr()) }

// SetOwnAttr sets the instance attribute name of v; it reports false when objects of this type have no dict.
func SetOwnAttr(v Value, name *Str, x Value) bool {
	t := v.H.Shape.Type
	if t.DictOf != nil {
		d := t.DictOf(v, true)
		if d == nil {
			return false
		}
		d.SetStr(name, x)
		return true
	}
	a := AttrsOf(v)
	if a == nil || t.Flags&FlagNoDict != 0 {
		return false
	}
	s := v.H.Shape
	if s.DictMode {
		a.dict(t).SetStr(name, x)
		return true
	}
	if i, ok := s.index[name.s]; ok {
		Store(&a.Slots[i], x)
		return true
	}
	if len(s.keys) >= maxShapeAttrs {
		toDictMode(v, a).SetStr(name, x)
		return true
	}
	for len(a.Slots) < t.NSlots {
		a.Slots = append(a.Slots, Value{})
	}
	a.Slots = append(a.Slots, x)
	v.H.Shape = s.With(name)
	if n := len(a.Slots); n > t.attrHint {
		t.attrHint = n
	}
	return true
}

// DelOwnAttr deletes the instance attribute name of v and reports whether there was one.
func DelOwnAttr(v Value, name *Str) bool {
	d := (*Dict)(nil)
	t := v.H.Shape.Type
	if t.DictOf != nil {
		d = t.DictOf(v, false)
	} else if a := AttrsOf(v); a != nil {
		if !v.H.Shape.DictMode {
			s := v.H.Shape
			i := s.SlotIndex(name.s)
			if i < 0 {
				return false
			}
			if i == t.NSlots+len(s.keys)-1 && len(a.Slots) == i+1 {
				// The attribute set last: the object is again what it was before.
				a.Slots[i] = Value{}
				a.Slots = a.Slots[:i]
				v.H.Shape = s.parent
				return true
			}
			d = toDictMode(v, a)
		} else {
			d = a.dict(t)
		}
	}
	return d != nil && d.DelStr(name)
}

// DictOfInstance returns the live __dict__ of v, or nil when it can have none. Shaped objects change to dict mode.
func DictOfInstance(v Value) *Dict {
	t := v.H.Shape.Type
	if t.DictOf != nil {
		return t.DictOf(v, true)
	}
	a := AttrsOf(v)
	if a == nil || t.Flags&FlagNoDict != 0 {
		return nil
	}
	if v.H.Shape.DictMode {
		return a.dict(t)
	}
	return toDictMode(v, a)
}

// SetDictOfInstance makes d the __dict__ of v.
func SetDictOfInstance(v Value, d *Dict) bool {
	if DictOfInstance(v) == nil {
		return false
	}
	t := v.H.Shape.Type
	if t.DictOf != nil {
		return false
	}
	AttrsOf(v).Slots[t.NSlots] = d.V()
	return true
}

func toDictMode(v Value, a *Attrs) *Dict {
	t, s := v.H.Shape.Type, v.H.Shape
	d := NewDict()
	for i, k := range s.keys {
		d.SetStr(k, a.Slots[t.NSlots+i])
	}
	slots := make([]Value, t.NSlots+1)
	copy(slots[:t.NSlots], a.Slots)
	slots[t.NSlots] = d.V()
	a.Slots = slots
	v.H.Shape = s.dictShape()
	return d
}

// instances with inline room for a few attributes: one allocation instead of two.
type (
	instance2 struct {
		Instance
		in [2]Value
	}
	instance4 struct {
		Instance
		in [4]Value
	}
	instance8 struct {
		Instance
		in [8]Value
	}
)

// NewInstance allocates an attribute-only instance of t, with room for as many attributes as earlier ones grew to.
func NewInstance(t *Type) *Instance {
	var o *Instance
	switch n := t.attrHint; {
	case n == 0:
		o = &Instance{}
	case n <= 2:
		x := &instance2{}
		o, x.Slots = &x.Instance, x.in[:t.NSlots]
	case n <= 4:
		x := &instance4{}
		o, x.Slots = &x.Instance, x.in[:t.NSlots]
	case n <= 8:
		x := &instance8{}
		o, x.Slots = &x.Instance, x.in[:t.NSlots]
	default:
		o = &Instance{}
		o.Slots = make([]Value, t.NSlots, n)
	}
	o.Shape = &t.Root
	return o
}

// withAttrs is the layout of an instance of a Python subclass of a builtin type whose Go struct is T.
type withAttrs[T any] struct {
	obj   T
	attrs Attrs
}

// Allocator returns the functions that allocate an object of layout T for the exact builtin type and for Python
// subclasses (which have attributes behind the struct), and the offset of these attributes.
func Allocator[T any]() Alloc {
	var w withAttrs[T]
	return Alloc{
		New: func(t *Type) Value {
			x := new(T)
			h := (*Header)(unsafe.Pointer(x))
			h.Shape = &t.Root
			return Value{h, 0}
		},
		NewSub: func(t *Type) Value {
			x := new(withAttrs[T])
			h := (*Header)(unsafe.Pointer(x))
			h.Shape = &t.Root
			x.attrs.Slots = slotRoom(t)
			return Value{h, 0}
		},
		SubOff: unsafe.Offsetof(w.attrs),
	}
}

// Alloc says how objects of a solid type are allocated.
type Alloc struct {
	New, NewSub func(t *Type) Value
	AttrsOff    uintptr // where instances of this very type keep their Attrs; 0: they have none
	SubOff      uintptr // where instances of Python subclasses do
}

// allocate returns a new object of class t: the layout of a builtin type, or of a Python subclass of one.
func allocate(t *Type) Value {
	if t.Flags&FlagHeap != 0 {
		return t.Alloc.NewSub(t)
	}
	return t.Alloc.New(t)
}

// Allocate is allocate for packages that define types.
func Allocate(t *Type) Value { return allocate(t) }

func slotRoom(t *Type) []Value {
	if t.NSlots == 0 && t.attrHint == 0 {
		return nil
	}
	return make([]Value, t.NSlots, max(t.NSlots, t.attrHint))
}

// Allocate makes an object of class t, whose nearest builtin base has a layout of its own: what New slots return.
func (t *Type) Allocate() Value {
	if t.Flags&FlagHeap == 0 {
		return t.Alloc.New(t)
	}
	return t.Alloc.NewSub(t)
}
