// The iterators that may never end: count, cycle and repeat.
package itertools

import "pyasync/object"

var countType, cycleType, repeatType object.Type

// count is a counter. While both numbers are small ints and the sum fits, fast is true.
type count struct {
	header
	n, step value
}

type cycle struct {
	header
	it    value // nil once it is exhausted and only saved values are repeated
	saved []value
	i     int
	again bool // it goes over saved values: they are not saved again
}

// repeat gives x, left more times; left < 0: for ever.
type repeat struct {
	header
	x    value
	left int
}

func init() {
	object.Define(&countType, func() object.Spec {
		s := iterator("count", "start=0, step=1", "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
			object.Allocator[count](), countNew, countNext,
			reduces(countReduce))
		s.Slots.Repr = countRepr
		return s
	}())
	object.Define(&cycleType, iterator("cycle", "iterable, /", "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
		object.Allocator[cycle](), cycleNew, cycleNext, reduces(cycleReduce), sets(cycleSetState)))
	object.Define(&repeatType, func() object.Spec {
		s := iterator("repeat", "object, times=-1", "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
			object.Allocator[repeat](), repeatNew, repeatNext,
			object.Method{Name: "__length_hint__", F0: repeatHint, Doc: object.DocHint},
			reduces(repeatReduce))
		s.Slots.Repr = repeatRepr
		return s
	}())
}

var countArgs = &object.ArgParser{Name: "count", Sig: "start=0, step=1"}

func countNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [2]value
	if !countArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	for i, x := range in {
		if x.H == nil {
			in[i] = object.Int(int64(i))
		} else if !isNumber(x) {
			return th.TypeError("a number is required")
		}
	}
	if n, ok := object.AsInt64(in[1]); ok && n == 1 && in[0].IsBool() {
		in[0] = object.Int(int64(in[0].N)) // counted in C; other steps are added to the object itself
	}
	v := object.Allocate(t)
	c := (*count)(v.Ptr())
	c.n, c.step = in[0], in[1]
	return v
}

// isNumber is PyNumber_Check.
func isNumber(v value) bool {
	t := v.Type()
	return t.Index != nil || t.ToInt != nil || t.ToFloat != nil || t == &object.ComplexType
}

func countNext(th *thread, v value) value {
	c := (*count)(v.Ptr())
	n := c.n
	if i, ok := n.SmallInt(); ok {
		if s, ok := c.step.SmallInt(); ok {
			if sum := i + s; (sum > i) == (s > 0) {
				c.n = object.Int(sum)
				return n
			}
		}
	}
	next := th.BinaryOp(object.OpAdd, n, c.step)
	if next.H == nil {
		return next
	}
	c.n = next
	return n
}

func countRepr(th *thread, v value) value {
	c := (*count)(v.Ptr())
	s, ok := th.Repr(c.n)
	if !ok {
		return value{}
	}
	if c.step != object.Int(1) {
		step, ok := th.Repr(c.step)
		if !ok {
			return value{}
		}
		s += ", " + step
	}
	return object.StrValue(v.Type().Name + "(" + s + ")")
}

func countReduce(th *thread, v value) value {
	c := (*count)(v.Ptr())
	if c.step == object.Int(1) {
		return object.TupleOf(v.Type().V(), object.TupleOf(c.n))
	}
	return object.TupleOf(v.Type().V(), object.TupleOf(c.n, c.step))
}

func cycleNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !noKeywords(th, t, &cycleType, kw) || !th.ArgCount("cycle", len(args)-len(kw), 1, 1) {
		return value{}
	}
	it := th.Iter(args[0])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	(*cycle)(v.Ptr()).it = it
	return v
}

func cycleNext(th *thread, v value) value {
	c := (*cycle)(v.Ptr())
	if c.it.H != nil {
		x := th.StepIter(c.it)
		if x.H != nil {
			if !c.again {
				c.saved = append(c.saved, x)
			}
			return x
		}
		if !th.Ended() {
			return x
		}
		c.it = value{}
	}
	if len(c.saved) == 0 {
		return value{}
	}
	x := c.saved[c.i]
	if c.i++; c.i == len(c.saved) {
		c.i = 0
	}
	return x
}

var repeatArgs = &object.ArgParser{Name: "repeat", Sig: "object, times=None"}

func repeatNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [2]value
	if !repeatArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	left := -1
	if in[1].H != nil {
		var ok bool
		if left, ok = th.AsSize(in[1]); !ok {
			return value{}
		}
		left = max(left, 0)
	}
	v := object.Allocate(t)
	r := (*repeat)(v.Ptr())
	r.x, r.left = in[0], left
	return v
}

func repeatNext(th *thread, v value) value {
	r := (*repeat)(v.Ptr())
	if r.left == 0 {
		return value{}
	}
	if r.left > 0 {
		r.left--
	}
	return r.x
}

func repeatHint(th *thread, v value) value {
	r := (*repeat)(v.Ptr())
	if r.left < 0 {
		return th.TypeError("len() of unsized object")
	}
	return object.Int(int64(r.left))
}

func repeatRepr(th *thread, v value) value {
	r := (*repeat)(v.Ptr())
	s, ok := th.Repr(r.x)
	if !ok {
		return value{}
	}
	if r.left >= 0 {
		n, _ := th.Repr(object.Int(int64(r.left)))
		s += ", " + n
	}
	return object.StrValue(v.Type().Name + "(" + s + ")")
}

func repeatReduce(th *thread, v value) value {
	r := (*repeat)(v.Ptr())
	if r.left < 0 {
		return object.TupleOf(v.Type().V(), object.TupleOf(r.x))
	}
	return object.TupleOf(v.Type().V(), object.TupleOf(r.x, object.Int(int64(r.left))))
}
