// List and its operators.
package object

import (
	"slices"
	"strings"
)

// List is a Python list.
type List struct {
	Header
	Items []Value
}

// NewList returns a list that owns items.
func NewList(items []Value) *List { return &List{Header{&ListType.Root}, items} }

// V returns the list as a Value.
func (l *List) V() Value { return Value{&l.Header, 0} }

// AsList returns the list v is (or derives from).
func AsList(v Value) (*List, bool) {
	if v.H.Shape.Solid == &ListType {
		return (*List)(v.Ptr()), true
	}
	return nil, false
}

func init() {
	Define(&ListType, Spec{Name: "list", Sig: "iterable=(), /", Flags: FlagSequence | FlagMatchSelf, Alloc: Allocator[List](),
		Doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
		Slots: Slots{
			New: allocateNew, Init: listInit, Repr: listRepr, Compare: listCompare,
			Iter: listIter, Len: listLen, GetItem: ListGetItem, SetItem: ListSetItem, Contains: listContains,
			Concat: listConcat, InPlaceConcat: listInPlaceConcat, Repeat: listRepeat, InPlaceRepeat: listInPlaceRepeat,
		},
		Methods: listMethods,
	})
}

func listInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	if len(kw) > 0 && !isOverridden(self.H.Shape.Type, strNew) && !th.NoKeywords("list", kw) {
		return false
	}
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount("list", len(pos), 0, 1) {
		return false
	}
	l := (*List)(self.Ptr())
	l.Items = nil
	return len(pos) == 0 || th.ListExtend(l, pos[0])
}

// isOverridden reports whether a class written in Python along t's MRO defines the special method name.
func isOverridden(t *Type, name *Str) bool {
	for _, m := range t.MRO {
		if m.Flags&FlagHeap != 0 && m.Namespace().GetStr(name).H != nil {
			return true
		}
	}
	return false
}

func listRepr(th *Thread, v Value) Value {
	l := (*List)(v.Ptr())
	if len(l.Items) == 0 {
		return StrValue("[]")
	}
	if !th.EnterRepr(v) {
		return StrValue("[...]")
	}
	defer th.LeaveRepr()
	var b strings.Builder
	b.WriteByte('[')
	if !th.reprItems(&b, l.at) {
		return Value{}
	}
	b.WriteByte(']')
	return StrValue(b.String())
}

func (l *List) at(i int) (Value, bool) {
	if i < len(l.Items) {
		return l.Items[i], true
	}
	return Value{}, false
}

func listCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsList(a)
	y, ok2 := AsList(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	if len(x.Items) != len(y.Items) && (op == CmpEQ || op == CmpNE) {
		return Bool(op == CmpNE)
	}
	// Comparing items may change either list: look at their present items each time.
	for i := 0; i < len(x.Items) && i < len(y.Items); i++ {
		p, q := x.Items[i], y.Items[i]
		eq, ok := th.Equal(p, q)
		if !ok {
			return Value{}
		}
		if !eq && i < len(x.Items) && i < len(y.Items) {
			return th.compareUnequal(p, q, op)
		}
	}
	return Bool(Ordered(len(x.Items), len(y.Items), op))
}

func listLen(th *Thread, v Value) (int, bool) { return len((*List)(v.Ptr()).Items), true }

// ListGetItem is list[key].
func ListGetItem(th *Thread, v, key Value) Value {
	l := (*List)(v.Ptr())
	if key.H == &IntHeader {
		i := int64(key.N)
		if i < 0 {
			i += int64(len(l.Items))
		}
		if uint64(i) < uint64(len(l.Items)) {
			return l.Items[i]
		}
		return th.IndexError("list index out of range")
	}
	return listSubscript(th, l, key)
}

func listSubscript(th *Thread, l *List, key Value) Value {
	if s, ok := AsSlice(key); ok {
		start, _, step, n, ok := th.SliceIndices(s, func() int { return len(l.Items) })
		if !ok {
			return Value{}
		}
		return NewList(sliceItems(l.Items, start, step, n)).V()
	}
	i, ok := th.ItemIndex(key, func() int { return len(l.Items) }, "list", "list index out of range")
	if !ok {
		return Value{}
	}
	return l.Items[i]
}

// ListSetItem is list[key] = x, or with x nil del list[key].
func ListSetItem(th *Thread, v, key, x Value) bool {
	l := (*List)(v.Ptr())
	if key.H == &IntHeader && x.H != nil {
		i := int64(key.N)
		if i < 0 {
			i += int64(len(l.Items))
		}
		if uint64(i) < uint64(len(l.Items)) {
			Store(&l.Items[i], x)
			return true
		}
	}
	if s, ok := AsSlice(key); ok {
		return th.setListSlice(l, s, x)
	}
	i, ok := th.ItemIndex(key, func() int { return len(l.Items) }, "list", "list assignment index out of range")
	if !ok {
		return false
	}
	if x.H == nil {
		l.Delete(i, i+1)
	} else {
		l.Items[i] = x
	}
	return true
}

// Delete removes items i to j.
func (l *List) Delete(i, j int) {
	n := copy(l.Items[i:], l.Items[j:])
	clear(l.Items[i+n:])
	l.Items = l.Items[:i+n]
}

// Insert puts x before position i.
func (l *List) Insert(i int, x Value) {
	l.Items = append(l.Items, Value{})
	copy(l.Items[i+1:], l.Items[i:])
	l.Items[i] = x
}

func (th *Thread) setListSlice(l *List, s *Slice, x Value) bool {
	start, stop, step, ok := th.SliceUnpack(s)
	if !ok {
		return false
	}
	var items []Value
	if x.H != nil {
		if items, ok = th.sliceSource(l, x); !ok {
			return false
		}
	}
	start, stop, n := AdjustIndices(start, stop, step, len(l.Items))
	switch {
	case step == 1:
		l.replace(start, max(start, stop), items)
	case x.H == nil:
		l.deleteStrided(start, step, n)
	case len(items) != n:
		th.ValueError("attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
		return false
	default:
		for _, y := range items {
			l.Items[start] = y
			start += step
		}
	}
	return true
}

// sliceSource returns the values to assign to a slice of l, apart from l's own storage.
func (th *Thread) sliceSource(l *List, x Value) ([]Value, bool) {
	if y, ok := AsList(x); ok && x.IsExact(&ListType) && y != l {
		return y.Items, true
	}
	if x.IsExact(&ListType) {
		return slices.Clone(l.Items), true
	}
	return th.Sequence(x, "must assign iterable to extended slice")
}

// Sequence returns the items of v: those of an exact list or tuple themselves, of anything else what iterating over it
// gives. An object that cannot be iterated is a TypeError with the given text (PySequence_Fast).
func (th *Thread) Sequence(v Value, message string) ([]Value, bool) {
	switch v.H.Shape {
	case &ListType.Root:
		return (*List)(v.Ptr()).Items, true
	case &TupleType.Root:
		return (*Tuple)(v.Ptr()).Items, true
	}
	it := th.iterOr(v, message)
	if it.H == nil {
		return nil, false
	}
	return th.Collect(it) // the iterator, not the iterable, is asked how long it is
}

// iterOr is Iter with a TypeError text of its own.
func (th *Thread) iterOr(v Value, message string) Value {
	if t := v.H.Shape.Type; t.Iter == nil && (t.GetItem == nil || !t.isSequence()) {
		return th.TypeError("%s", message)
	}
	it := th.Iter(v)
	if it.H == nil && th.Catch(&TypeErrorType) {
		return th.TypeError("%s", message)
	}
	return it
}

// replace puts items in the place of l[i:j].
func (l *List) replace(i, j int, items []Value) {
	switch d := len(items) - (j - i); {
	case d < 0:
		l.Delete(j+d, j)
	case d > 0:
		n := len(l.Items)
		l.grow(d)
		l.Items = l.Items[:n+d]
		copy(l.Items[j+d:], l.Items[j:n])
	}
	copy(l.Items[i:], items)
}

// grow makes room for d more items.
func (l *List) grow(d int) {
	if cap(l.Items)-len(l.Items) < d {
		items := make([]Value, len(l.Items), growCap(len(l.Items)+d))
		copy(items, l.Items)
		l.Items = items
	}
}

// growCap is CPython's growth pattern: an eighth more.
func growCap(n int) int { return (n + n>>3 + 6) &^ 3 }

// deleteStrided removes n items from start on, step apart.
func (l *List) deleteStrided(start, step, n int) {
	if n == 0 {
		return
	}
	if step < 0 {
		start, step = start+step*(n-1), -step
	}
	w := start
	for r := start; r < len(l.Items); r++ {
		if n > 0 && r == start {
			start += step
			n--
			continue
		}
		l.Items[w] = l.Items[r]
		w++
	}
	clear(l.Items[w:])
	l.Items = l.Items[:w]
}

func listContains(th *Thread, v, x Value) (bool, bool) {
	l := (*List)(v.Ptr())
	for i := 0; i < len(l.Items); i++ {
		eq, ok := th.Equal(l.Items[i], x)
		if eq || !ok {
			return eq, ok
		}
	}
	return false, true
}

func listConcat(th *Thread, a, b Value) Value {
	x := (*List)(a.Ptr())
	y, ok := AsList(b)
	if !ok {
		return th.TypeError(`can only concatenate list (not "%s") to list`, b.Type().TPName())
	}
	items := make([]Value, len(x.Items)+len(y.Items))
	copy(items[copy(items, x.Items):], y.Items)
	return NewList(items).V()
}

func listInPlaceConcat(th *Thread, a, b Value) Value {
	if !th.ListExtend((*List)(a.Ptr()), b) {
		return Value{}
	}
	return a
}

func listRepeat(th *Thread, v, n Value) Value {
	count, ok := th.repeatCount(n)
	if !ok {
		return Value{}
	}
	items, ok := th.repeatItems((*List)(v.Ptr()).Items, count)
	if !ok {
		return Value{}
	}
	return NewList(items).V()
}

func listInPlaceRepeat(th *Thread, v, n Value) Value {
	count, ok := th.repeatCount(n)
	if !ok {
		return Value{}
	}
	l := (*List)(v.Ptr())
	items, ok := th.repeatItems(l.Items, count)
	if !ok {
		return Value{}
	}
	l.Items = items
	return v
}
