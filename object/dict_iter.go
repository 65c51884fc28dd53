// The iterators of dicts and of their views, forwards and backwards.
package object

// Kinds of dict iterators.
const (
	dictIterKeys = iota
	dictIterValues
	dictIterItems
)

// DictIter iterates over a dict that must not change its size meanwhile. Dict is nil once it is exhausted.
type DictIter struct {
	Header
	Dict *Dict
	used int // the size it relies on
	pos  int
	left int
}

// The exported types serve the evaluator's loops.
var (
	DictKeyIterType, DictValueIterType, DictItemIterType          Type
	dictRevKeyIterType, dictRevValueIterType, dictRevItemIterType Type
)

var dictIterTypes = [...][2]*Type{
	dictIterKeys:   {&DictKeyIterType, &dictRevKeyIterType},
	dictIterValues: {&DictValueIterType, &dictRevValueIterType},
	dictIterItems:  {&DictItemIterType, &dictRevItemIterType},
}

func init() {
	define := func(t *Type, name string, next UnaryFunc) {
		Define(t, Spec{Name: name, Flags: FlagNoNew | FlagFinal, Alloc: Allocator[DictIter](),
			Slots: Slots{Iter: SelfIter, Next: next},
			Methods: []Method{
				{Name: "__length_hint__", F0: dictIterHint, Doc: DocHint},
				{Name: "__reduce__", F0: dictIterReduce, Doc: DocReduce},
			}})
	}
	define(&DictKeyIterType, "dict_keyiterator", DictKeyIterNext)
	define(&DictValueIterType, "dict_valueiterator", DictValueIterNext)
	define(&DictItemIterType, "dict_itemiterator", DictItemIterNext)
	define(&dictRevKeyIterType, "dict_reversekeyiterator", func(th *Thread, v Value) Value {
		k, _ := (*DictIter)(v.Ptr()).back(th)
		return k
	})
	define(&dictRevValueIterType, "dict_reversevalueiterator", func(th *Thread, v Value) Value {
		_, x := (*DictIter)(v.Ptr()).back(th)
		return x
	})
	define(&dictRevItemIterType, "dict_reverseitemiterator", func(th *Thread, v Value) Value {
		k, x := (*DictIter)(v.Ptr()).back(th)
		if k.H == nil {
			return k
		}
		return Pair(k, x)
	})
}

func dictIter(th *Thread, v Value) Value { return newDictIter((*Dict)(v.Ptr()), dictIterKeys, false) }

func newDictIter(d *Dict, kind int, reverse bool) Value {
	it := &DictIter{Dict: d, used: d.live, left: d.live}
	it.Shape = &dictIterTypes[kind][0].Root
	if reverse {
		it.Shape = &dictIterTypes[kind][1].Root
		it.pos = d.Span()
	}
	return Value{&it.Header, 0}
}

// Step returns the next item; a nil key: exhausted or raised.
func (it *DictIter) Step(th *Thread) (k, v Value) {
	d := it.Dict
	if d == nil {
		return Value{}, Value{}
	}
	if d.live != it.used {
		it.used = -1
		return th.RuntimeError("dictionary changed size during iteration"), Value{}
	}
	if it.pos < int(d.first) {
		it.pos = int(d.first)
	}
	for uint(it.pos) < uint(len(d.entries)) {
		e := &d.entries[it.pos]
		it.pos++
		if e.k.H != nil {
			return it.counted(th, e.k, e.v)
		}
	}
	it.Dict = nil
	return Value{}, Value{}
}

// counted checks that not more items come than there were: then keys were replaced during the iteration.
func (it *DictIter) counted(th *Thread, k, v Value) (Value, Value) {
	if it.left == 0 {
		it.Dict = nil
		return th.RuntimeError("dictionary keys changed during iteration"), Value{}
	}
	it.left--
	return k, v
}

func (it *DictIter) back(th *Thread) (k, v Value) {
	d := it.Dict
	if d == nil {
		return Value{}, Value{}
	}
	if d.live != it.used {
		it.used = -1
		return th.RuntimeError("dictionary changed size during iteration"), Value{}
	}
	k, v, pos, more := d.Prev(it.pos)
	if !more {
		it.Dict = nil
		return Value{}, Value{}
	}
	it.pos = pos
	it.left--
	return k, v
}

// DictKeyIterNext is the Next slot of key iterators.
func DictKeyIterNext(th *Thread, v Value) Value {
	k, _ := (*DictIter)(v.Ptr()).Step(th)
	return k
}

// DictValueIterNext is the Next slot of value iterators.
func DictValueIterNext(th *Thread, v Value) Value {
	_, x := (*DictIter)(v.Ptr()).Step(th)
	return x
}

// DictItemIterNext is the Next slot of item iterators.
func DictItemIterNext(th *Thread, v Value) Value {
	k, x := (*DictIter)(v.Ptr()).Step(th)
	if k.H == nil {
		return k
	}
	return Pair(k, x)
}

func dictIterHint(th *Thread, v Value) Value {
	it := (*DictIter)(v.Ptr())
	if it.Dict == nil || it.Dict.live != it.used {
		return Int(0)
	}
	return Int(int64(it.left))
}

func dictIterReduce(th *Thread, v Value) Value {
	copied := *(*DictIter)(v.Ptr())
	return th.reduceRest(Value{&copied.Header, 0})
}
