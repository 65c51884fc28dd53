// types.SimpleNamespace, an object that is only its attributes.
package object

import "strings"

// SimpleNamespaceType is types.SimpleNamespace.
var SimpleNamespaceType Type

// SimpleNamespace is an instance of it.
type SimpleNamespace struct {
	Header
	dict *Dict
}

// NewSimpleNamespace returns a namespace with the attributes of d, which it owns.
func NewSimpleNamespace(d *Dict) Value {
	n := &SimpleNamespace{Header{&SimpleNamespaceType.Root}, d}
	return Value{&n.Header, 0}
}

func namespaceDict(v Value, create bool) *Dict {
	n := (*SimpleNamespace)(v.Ptr())
	if n.dict == nil {
		n.dict = NewDict()
	}
	return n.dict
}

func init() {
	Define(&SimpleNamespaceType, Spec{Name: "types.SimpleNamespace", Sig: "mapping_or_iterable=(), /, **kwargs", Doc: "A simple attribute-based namespace.",
		Alloc: Allocator[SimpleNamespace](), DictOf: namespaceDict,
		Slots: Slots{
			New:     func(th *Thread, t *Type, args []Value, kw []*Str) Value { return t.Allocate() },
			Init:    namespaceInit,
			Repr:    namespaceRepr,
			Compare: namespaceCompare,
		},
		Getset: []Getset{DictGetset},
		Methods: []Method{
			{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
				return TupleOf(v.Type().V(), emptyTuple.V(), namespaceDict(v, true).V())
			}},
			{Name: "__replace__", Raw: func(th *Thread, v Value, args []Value, kw []*Str) Value {
				if len(args) > len(kw) {
					return th.TypeError("__replace__() takes no positional arguments")
				}
				n := th.Call(v.Type().V(), nil, nil)
				if n.H == nil {
					return n
				}
				d := namespaceDict(n, true)
				for k, x, pos, ok := namespaceDict(v, true).Next(0); ok; k, x, pos, ok = namespaceDict(v, true).Next(pos) {
					if !d.Set(th, k, x) {
						return Value{}
					}
				}
				for i, k := range kw {
					d.SetStr(k, args[i])
				}
				return n
			}},
		},
	})
}

func namespaceInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	d := namespaceDict(v, true)
	npos := len(args) - len(kw)
	if npos > 1 {
		th.TypeError("%s expected at most 1 argument, got %d", v.Type().TPName(), npos)
		return false
	}
	if npos == 1 {
		src := th.CallArgs(DictType.V(), args[0])
		if src.H == nil {
			return false
		}
		sd, _ := AsDict(src)
		for k, x, pos, ok := sd.Next(0); ok; k, x, pos, ok = sd.Next(pos) {
			if !k.Is(&StrType) {
				th.TypeError("keywords must be strings")
				return false
			}
			if !d.Set(th, k, x) {
				return false
			}
		}
	}
	for i, k := range kw {
		d.SetStr(k, args[npos+i])
	}
	return true
}

func namespaceRepr(th *Thread, v Value) Value {
	name := v.Type().Name
	if v.Type() == &SimpleNamespaceType {
		name = "namespace"
	}
	if !th.EnterRepr(v) {
		return StrValue(name + "(...)")
	}
	defer th.LeaveRepr()
	var b strings.Builder
	b.WriteString(name + "(")
	d := namespaceDict(v, true)
	first := true
	for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
		key, isStr := GoString(k)
		if !isStr || key == "" {
			continue
		}
		s, okRepr := th.Repr(x)
		if !okRepr {
			return Value{}
		}
		if !first {
			b.WriteString(", ")
		}
		first = false
		b.WriteString(key + "=" + s)
	}
	b.WriteByte(')')
	return StrValue(b.String())
}

func namespaceCompare(th *Thread, a, b Value, op CmpOp) Value {
	if !a.Is(&SimpleNamespaceType) || !b.Is(&SimpleNamespaceType) {
		return NotImplemented
	}
	return th.Compare(namespaceDict(a, true).V(), namespaceDict(b, true).V(), op)
}
