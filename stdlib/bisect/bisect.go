// Package bisect is Python's module bisect: binary search in sorted sequences.
package bisect

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("Bisection algorithms."))
	m.HasCore("_bisect")
	m.AddFuncs(functions)
	m.Set("bisect", m.Dict.GetName("bisect_right"))
	m.Set("insort", m.Dict.GetName("insort_right"))
	return true
}

const sig = "a, x, lo=0, hi=None, *, key=None"

var functions = []object.Method{
	{Name: "bisect_right", Sig: sig, F: func(th *thread, self value, a []value) value { return find(th, a, false) },
		Doc: "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x."},
	{Name: "bisect_left", Sig: sig, F: func(th *thread, self value, a []value) value { return find(th, a, true) },
		Doc: "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x."},
	{Name: "insort_right", Sig: sig, F: func(th *thread, self value, a []value) value { return insert(th, a, false) },
		Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x."},
	{Name: "insort_left", Sig: sig, F: func(th *thread, self value, a []value) value { return insert(th, a, true) },
		Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x."},
}

// search returns the position of x in a[0]; false: raised.
func search(th *thread, a []value, x value, left bool) (int, bool) {
	lo, hi, ok := bounds(th, a)
	if !ok {
		return 0, false
	}
	key := a[4]
	if key.H != nil && key.IsNone() {
		key = value{}
	}
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		item := th.GetItem(a[0], object.Int(int64(mid)))
		if item.H != nil && key.H != nil {
			item = th.Call1(key, item)
		}
		if item.H == nil {
			return 0, false
		}
		var before bool
		if left {
			if before, ok = th.Less(item, x); before {
				lo = mid + 1
			} else {
				hi = mid
			}
		} else if before, ok = th.Less(x, item); before {
			hi = mid
		} else {
			lo = mid + 1
		}
		if !ok {
			return 0, false
		}
	}
	return lo, true
}

func bounds(th *thread, a []value) (lo, hi int, ok bool) {
	if a[2].H != nil {
		if lo, ok = th.AsIndex(a[2], &object.OverflowErrorType); !ok {
			return 0, 0, false
		}
	}
	if lo < 0 {
		th.ValueError("lo must be non-negative")
		return 0, 0, false
	}
	if a[3].H != nil && !a[3].IsNone() {
		if hi, ok = th.AsIndex(a[3], &object.OverflowErrorType); !ok {
			return 0, 0, false
		}
		if hi != -1 {
			return lo, hi, true
		}
	}
	hi, ok = th.Len(a[0])
	return lo, hi, ok
}

func find(th *thread, a []value, left bool) value {
	i, ok := search(th, a, a[1], left)
	if !ok {
		return value{}
	}
	return object.Int(int64(i))
}

var strInsert = func() *object.Str {
	s := object.NewStr("insert")
	s.Hash()
	s.Len()
	return s
}()

func insert(th *thread, a []value, left bool) value {
	x := a[1]
	if a[4].H != nil && !a[4].IsNone() {
		if x = th.Call1(a[4], x); x.H == nil {
			return x
		}
	}
	i, ok := search(th, a, x, left)
	if !ok {
		return value{}
	}
	if a[0].IsExact(&object.ListType) {
		l, _ := object.AsList(a[0])
		l.Insert(min(i, len(l.Items)), a[1])
		return object.None
	}
	if th.CallMethod(a[0], strInsert, object.Int(int64(i)), a[1]).H == nil {
		return value{}
	}
	return object.None
}
