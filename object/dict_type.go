// The type dict: operators and methods.
package object

import "strings"

func init() {
	Define(&DictType, Spec{Name: "dict", Sig: "*args, **kwargs", Flags: FlagMapping | FlagMatchSelf, Alloc: Allocator[Dict](),
		Doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized from the pairs of an iterable\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
		Slots: Slots{
			New: allocateNew, Init: dictInit, Repr: dictRepr, Compare: dictCompare, Iter: dictIter, Len: dictLen,
			GetItem: DictGetItem, SetItem: DictSetItem, Contains: dictContains,
			Binary:  [NumBinOps]BinaryFunc{OpOr: dictOr},
			InPlace: [NumBinOps]BinaryFunc{OpOr: dictInPlaceOr},
		},
		Methods: []Method{
			{Name: "get", Sig: "key, default=None, /", F1: dictGet1, F2: dictGet2, F: dictGet, Doc: "Return the value for key if key is in the dictionary, else default."},
			{Name: "setdefault", Sig: "key, default=None, /", F: dictSetDefault, Doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
			{Name: "pop", Sig: "key, default=<unrepresentable>, /", F: dictPop, Doc: "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."},
			{Name: "popitem", F0: dictPopItem, Doc: "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."},
			{Name: "keys", F0: dictKeys, Doc: "Return a set-like object providing a view on the dict's keys."},
			{Name: "values", F0: dictValues, Doc: "Return an object providing a view on the dict's values."},
			{Name: "items", F0: dictItems, Doc: "Return a set-like object providing a view on the dict's items."},
			{Name: "update", Raw: dictUpdate, Doc: "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F."},
			{Name: "fromkeys", Sig: "iterable, value=None, /", Flags: ClassMethod, F: dictFromKeys, Doc: "Create a new dictionary with keys from iterable and values set to value."},
			{Name: "clear", F0: func(th *Thread, self Value) Value { (*Dict)(self.Ptr()).Clear(); return None }, Doc: "Remove all items from the dict."},
			{Name: "copy", F0: func(th *Thread, self Value) Value { return (*Dict)(self.Ptr()).Copy().V() }, Doc: "Return a shallow copy of the dict."},
			{Name: "__reversed__", F0: func(th *Thread, self Value) Value { return newDictIter((*Dict)(self.Ptr()), dictIterKeys, true) }, Doc: "Return a reverse iterator over the dict keys."},
			{Name: "__sizeof__", F0: func(th *Thread, self Value) Value {
				d := (*Dict)(self.Ptr())
				return Int(int64(48 + 24*cap(d.entries) + len(d.idx)))
			}, Doc: "Return the size of the dict in memory."},
			ClassGetItemRow,
		},
	})
}

func dictInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	return th.dictUpdate((*Dict)(self.Ptr()), self, "dict", args, kw)
}

// dictUpdate is what dict() and dict.update do with their arguments.
func (th *Thread) dictUpdate(d *Dict, self Value, name string, args []Value, kw []*Str) bool {
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount(name, len(pos), 0, 1) || len(pos) == 1 && !th.DictUpdate(d, pos[0]) {
		return false
	}
	for i, k := range kw {
		d.SetStr(k, args[len(pos)+i])
	}
	return true
}

var strKeys = sharedName("keys")

// DictUpdate is d.update(v): v is a mapping (it has keys) or an iterable of pairs.
func (th *Thread) DictUpdate(d *Dict, v Value) bool {
	if v.IsExact(&DictType) {
		return d.merge(th, (*Dict)(v.Ptr()))
	}
	keys, ok := th.LookupAttr(v, strKeys)
	switch {
	case !ok:
		return false
	case keys.H == nil:
		return th.updateFromPairs(d, v)
	}
	return th.DictMerge(d, v)
}

// plainDict returns the dict behind v if iterating over it is the dict's own iteration.
func plainDict(v Value) (*Dict, bool) {
	d, ok := AsDict(v)
	if !ok {
		return nil, false
	}
	t := v.H.Shape.Type
	return d, t.Flags&FlagHeap == 0 || !isOverridden(t, strIter)
}

var strIter = sharedName("__iter__")

// DictMerge sets the items of mapping v in d (PyDict_Merge).
func (th *Thread) DictMerge(d *Dict, v Value) bool {
	if o, ok := plainDict(v); ok {
		return d.merge(th, o)
	}
	return th.EachByKeys(v, th.CallMethod(v, strKeys), func(k, x Value) bool { return d.Set(th, k, x) })
}

// EachByKeys hands each of keys, what a mapping's keys() returned, to set with the mapping's item, until set fails.
func (th *Thread) EachByKeys(mapping, keys Value, set func(k, x Value) bool) bool {
	if keys.H == nil {
		return false
	}
	it := th.Iter(keys)
	if it.H == nil {
		return false
	}
	for {
		k, ok := th.Next(it)
		if k.H == nil {
			return ok
		}
		x := th.GetItem(mapping, k)
		if x.H == nil || !set(k, x) {
			return false
		}
	}
}

// merge sets the items of o in d.
func (d *Dict) merge(th *Thread, o *Dict) bool {
	if d == o || o.live == 0 {
		return true
	}
	if d.live == 0 {
		d.Clear()
		d.copyFrom(o)
		return true
	}
	n, moves := o.live, o.Moves
	for i := 0; i < len(o.entries); i++ {
		e := o.entries[i]
		if e.k.H == nil {
			continue
		}
		if !d.SetHash(th, e.k, e.hash, e.v) {
			return false
		}
		if o.live != n || o.Moves != moves {
			th.RuntimeError("dict mutated during update")
			return false
		}
	}
	return true
}

// updateFromPairs sets items from an iterable of pairs (PyDict_MergeFromSeq2).
func (th *Thread) updateFromPairs(d *Dict, v Value) bool {
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for i := 0; ; i++ {
		item, ok := th.Next(it)
		if item.H == nil || !th.room(d.live, elementSize) {
			return ok && item.H == nil
		}
		var pair []Value
		switch item.H.Shape {
		case &TupleType.Root:
			pair = (*Tuple)(item.Ptr()).Items
		case &ListType.Root:
			pair = (*List)(item.Ptr()).Items
		default:
			if x := th.iterOr(item, "\x00"); x.H != nil {
				if pair, ok = th.Drain(nil, x); !ok {
					return false
				}
			} else {
				if th.Catch(&TypeErrorType) {
					th.TypeError("cannot convert dictionary update sequence element #%d to a sequence", i)
				}
				return false
			}
		}
		if len(pair) != 2 {
			th.ValueError("dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
			return false
		}
		if !d.Set(th, pair[0], pair[1]) {
			return false
		}
	}
}

func dictUpdate(th *Thread, self Value, args []Value, kw []*Str) Value {
	return noneIf(th.dictUpdate((*Dict)(self.Ptr()), self, "update", args, kw))
}

func dictRepr(th *Thread, v Value) Value {
	d := (*Dict)(v.Ptr())
	if d.live == 0 {
		return StrValue("{}")
	}
	if !th.EnterRepr(v) {
		return StrValue("{...}")
	}
	defer th.LeaveRepr()
	var b strings.Builder
	b.WriteByte('{')
	if !th.reprDictItems(&b, d) {
		return Value{}
	}
	b.WriteByte('}')
	return StrValue(b.String())
}

func (th *Thread) reprDictItems(b *strings.Builder, d *Dict) bool {
	first := true
	for pos := 0; ; {
		k, v, next, more := d.Next(pos)
		if !more {
			return true
		}
		pos = next
		if !first {
			b.WriteString(", ")
		}
		first = false
		s, ok := th.Repr(k)
		if !ok {
			return false
		}
		b.WriteString(s)
		b.WriteString(": ")
		if s, ok = th.Repr(v); !ok {
			return false
		}
		b.WriteString(s)
	}
}

func dictCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsDict(a)
	y, ok2 := AsDict(b)
	if !ok || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	eq, ok := x.equal(th, y)
	if !ok {
		return Value{}
	}
	return Bool(eq == (op == CmpEQ))
}

func (d *Dict) equal(th *Thread, o *Dict) (eq, ok bool) {
	if d.live != o.live {
		return false, true
	}
	for i := 0; i < len(d.entries); i++ {
		e := d.entries[i]
		if e.k.H == nil {
			continue
		}
		v, ok := o.GetHash(th, e.k, e.hash)
		if !ok || v.H == nil {
			return false, ok
		}
		if eq, ok := th.Equal(e.v, v); !eq || !ok {
			return false, ok
		}
	}
	return true, true
}

func dictLen(th *Thread, v Value) (int, bool) { return (*Dict)(v.Ptr()).live, true }

// DictGetItem is dict[key], with __missing__ of subclasses.
func DictGetItem(th *Thread, v, key Value) Value {
	d := (*Dict)(v.Ptr())
	var h int64
	switch {
	case key.H == &IntHeader:
		h = hashSmallInt(int64(key.N))
		if pos, ok := d.findInt(key, h); pos >= 0 {
			return d.entries[pos].v
		} else if ok {
			return dictMissing(th, v, key)
		}
	case key.H.Shape == &StrType.Root:
		h = int64((*Str)(key.Ptr()).Hash())
	default:
		var ok bool
		if h, ok = th.Hash(key); !ok {
			return Value{}
		}
	}
	pos, ok := d.find(th, key, h)
	if pos >= 0 {
		return d.entries[pos].v
	}
	if !ok {
		return Value{}
	}
	return dictMissing(th, v, key)
}

var strMissing = sharedName("__missing__")

func dictMissing(th *Thread, v, key Value) Value {
	if !v.IsExact(&DictType) {
		if r, ok := th.CallSpecial(v, strMissing, key); ok {
			return r
		}
	}
	return th.KeyError(key)
}

// DictSetItem is dict[key] = x, or with x nil del dict[key].
func DictSetItem(th *Thread, v, key, x Value) bool {
	d := (*Dict)(v.Ptr())
	h, ok := th.Hash(key)
	if !ok {
		return false
	}
	if x.H != nil {
		return d.SetHash(th, key, h, x)
	}
	pos, ok := d.find(th, key, h)
	if pos < 0 {
		if ok {
			th.KeyError(key)
		}
		return false
	}
	d.remove(pos)
	return true
}

func dictContains(th *Thread, v, key Value) (bool, bool) {
	h, ok := th.Hash(key)
	if !ok {
		return false, false
	}
	pos, ok := (*Dict)(v.Ptr()).find(th, key, h)
	return pos >= 0, ok
}

func dictGet1(th *Thread, self, key Value) Value { return dictGet2(th, self, key, None) }

func dictGet2(th *Thread, self, key, def Value) Value {
	h, ok := th.Hash(key)
	if !ok {
		return Value{}
	}
	d := (*Dict)(self.Ptr())
	pos, ok := d.find(th, key, h)
	switch {
	case pos >= 0:
		return d.entries[pos].v
	case !ok:
		return Value{}
	}
	return def
}

func dictGet(th *Thread, self Value, a []Value) Value { return dictGet2(th, self, a[0], OrNone(a[1])) }

func dictSetDefault(th *Thread, self Value, a []Value) Value {
	h, ok := th.Hash(a[0])
	if !ok {
		return Value{}
	}
	d := (*Dict)(self.Ptr())
	pos, ok := d.find(th, a[0], h)
	switch {
	case pos >= 0:
		return d.entries[pos].v
	case !ok:
		return Value{}
	}
	def := OrNone(a[1])
	d.insert(a[0], h, def)
	return def
}

func dictPop(th *Thread, self Value, a []Value) Value {
	d := (*Dict)(self.Ptr())
	if d.live > 0 {
		v, ok := d.Pop(th, a[0])
		if v.H != nil || !ok {
			return v
		}
	}
	if a[1].H == nil {
		return th.KeyError(a[0])
	}
	return a[1]
}

func dictPopItem(th *Thread, self Value) Value {
	d := (*Dict)(self.Ptr())
	k, v, pos, more := d.Prev(d.Span())
	if !more {
		return th.KeyError(StrValue("popitem(): dictionary is empty"))
	}
	d.removeLast(pos)
	return Pair(k, v)
}

func dictFromKeys(th *Thread, cls Value, a []Value) Value {
	var r Value
	if t, ok := AsType(cls); ok && t == &DictType {
		r = NewDict().V()
	} else if r = th.CallArgs(cls); r.H == nil {
		return r
	}
	value := OrNone(a[1])
	plain := r.IsExact(&DictType)
	if plain {
		if done, ok := (*Dict)(r.Ptr()).fromHashed(th, a[0], value); done {
			return r
		} else if !ok {
			return Value{}
		}
	}
	it := th.Iter(a[0])
	if it.H == nil {
		return it
	}
	for {
		k, ok := th.Next(it)
		switch {
		case k.H == nil && ok:
			return r
		case k.H == nil:
			return Value{}
		case plain:
			d := (*Dict)(r.Ptr())
			ok = th.room(d.live, elementSize) && d.Set(th, k, value)
		default:
			ok = th.SetItem(r, k, value)
		}
		if !ok {
			return Value{}
		}
	}
}

// fromHashed is fromkeys for sets and dicts, whose hashes are known; done false with ok: another kind of iterable.
func (d *Dict) fromHashed(th *Thread, keys, value Value) (done, ok bool) {
	if s, isSet := AsSet(keys); isSet && (keys.IsExact(&SetType) || keys.IsExact(&FrozenSetType)) {
		for i := 0; i < len(s.table); i++ {
			if e := s.table[i]; e.key.H != nil && !d.SetHash(th, e.key, e.hash, value) {
				return false, false
			}
		}
		return true, true
	}
	if !keys.IsExact(&DictType) {
		return false, true
	}
	from := (*Dict)(keys.Ptr())
	for i := 0; i < len(from.entries); i++ {
		if e := from.entries[i]; e.k.H != nil && !d.SetHash(th, e.k, e.hash, value) {
			return false, false
		}
	}
	return true, true
}

func dictOr(th *Thread, a, b Value) Value {
	x, ok := AsDict(a)
	_, ok2 := AsDict(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	n := x.Copy()
	if !th.DictMerge(n, b) {
		return Value{}
	}
	return n.V()
}

func dictInPlaceOr(th *Thread, a, b Value) Value {
	if !th.DictUpdate((*Dict)(a.Ptr()), b) {
		return Value{}
	}
	return a
}
