// Conversion of values between Go and Python.
package pyasync

import (
	"fmt"
	"math/big"

	"pyasync/object"
)

// ToPython makes a Python value: nil, bool, integers, floats, string, []byte, *big.Int, []any, map[string]any, and
// Python values themselves.
func (p *Interpreter) ToPython(x any) (object.Value, error) {
	switch x := x.(type) {
	case nil:
		return object.None, nil
	case object.Value:
		return x, nil
	case bool:
		return object.Bool(x), nil
	case int:
		return object.Int(int64(x)), nil
	case int64:
		return object.Int(x), nil
	case float64:
		return object.Float(x), nil
	case string:
		return object.StrValue(x), nil
	case []byte:
		return object.NewBytes(append([]byte(nil), x...)).V(), nil
	case *big.Int:
		return object.IntFromBig(new(big.Int).Set(x)), nil
	case []any:
		items := make([]object.Value, len(x))
		for i, e := range x {
			v, err := p.ToPython(e)
			if err != nil {
				return object.Value{}, err
			}
			items[i] = v
		}
		return object.NewList(items).V(), nil
	case map[string]any:
		d := object.NewDict()
		for k, e := range x {
			v, err := p.ToPython(e)
			if err != nil {
				return object.Value{}, err
			}
			d.SetName(k, v)
		}
		return d.V(), nil
	}
	return object.Value{}, fmt.Errorf("pyasync: cannot make a Python value of %T", x)
}

// FromPython makes a Go value: None is nil, int is int64 or *big.Int, lists and tuples are []any, dicts with str keys
// map[string]any. Any other object is returned as it is, an object.Value.
func (p *Interpreter) FromPython(v object.Value) (any, error) {
	if i, ok := v.SmallInt(); ok {
		return i, nil
	}
	if f, ok := v.ExactFloat(); ok {
		return f, nil
	}
	switch {
	case v.IsNone():
		return nil, nil
	case v.IsBool():
		return v == object.True, nil
	case v.Is(&object.StrType):
		s, _ := object.GoString(v)
		return s, nil
	case v.IsExact(&object.BytesType):
		return append([]byte(nil), (*object.Bytes)(v.Ptr()).B...), nil
	case v.IsExact(&object.IntType):
		return new(big.Int).Set(&(*object.BigInt)(v.Ptr()).Big), nil
	}
	if l, ok := object.AsList(v); ok {
		return p.fromItems(l.Items)
	}
	if t, ok := object.AsTuple(v); ok {
		return p.fromItems(t.Items)
	}
	if d, ok := object.AsDict(v); ok {
		return p.fromDict(d)
	}
	return v, nil
}

func (p *Interpreter) fromItems(items []object.Value) (any, error) {
	list := make([]any, len(items))
	for i, x := range items {
		g, err := p.FromPython(x)
		if err != nil {
			return nil, err
		}
		list[i] = g
	}
	return list, nil
}

func (p *Interpreter) fromDict(d *object.Dict) (any, error) {
	m := make(map[string]any, d.Len())
	for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
		key, isStr := object.GoString(k)
		if !isStr {
			return d.V(), nil
		}
		g, err := p.FromPython(x)
		if err != nil {
			return nil, err
		}
		m[key] = g
	}
	return m, nil
}
