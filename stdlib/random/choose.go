// Random integers and choices from sequences.
package random

import (
	"math"
	"math/big"

	"pyasync/internal/libm"
	"pyasync/object"
)

func repr(th *thread, v value) string {
	s, ok := th.Repr(v)
	if !ok {
		th.Exc = value{}
	}
	return s
}

// randRange is Random.randrange.
func randRange(th *thread, self value, a []value) value {
	start := th.Index(a[0])
	if start.H == nil {
		return start
	}
	if a[1].H == nil || a[1].IsNone() {
		if a[2].H != nil && a[2] != object.Int(1) {
			return th.TypeError("Missing a non-None stop argument")
		}
		n, _ := object.BigOf(start)
		if n.Sign() <= 0 {
			return th.ValueError("empty range for randrange()")
		}
		return offsetBelow(th, self, object.Int(0), n, object.Int(1))
	}
	stop := th.Index(a[1])
	if stop.H == nil {
		return stop
	}
	step := object.Int(1)
	if a[2].H != nil {
		if step = th.Index(a[2]); step.H == nil {
			return step
		}
	}
	lo, _ := object.BigOf(start)
	hi, _ := object.BigOf(stop)
	by, _ := object.BigOf(step)
	n := new(big.Int).Sub(hi, lo)
	if by.Sign() == 0 {
		return th.ValueError("zero step for randrange()")
	}
	one := big.NewInt(1)
	if by.Cmp(one) == 0 {
		if n.Sign() <= 0 {
			return th.ValueError("empty range in randrange(%s, %s)", repr(th, a[0]), repr(th, a[1]))
		}
		return offsetBelow(th, self, start, n, step)
	}
	n.Add(n, by)
	if by.Sign() > 0 {
		n.Sub(n, one)
	} else {
		n.Add(n, one)
	}
	n, _ = object.FloorDivMod(n, by)
	if n.Sign() <= 0 {
		return th.ValueError("empty range in randrange(%s, %s, %s)", repr(th, a[0]), repr(th, a[1]), repr(th, a[2]))
	}
	return offsetBelow(th, self, start, n, step)
}

// offsetBelow returns start + step * (a random number below n).
func offsetBelow(th *thread, self, start value, n *big.Int, step value) value {
	var r value
	if n.IsInt64() {
		i, ok := below(th, self, n.Int64())
		if !ok {
			return value{}
		}
		r = object.Int(i)
	} else if r = randBelow(th, self, n); r.H == nil {
		return r
	}
	if step != object.Int(1) {
		r = th.BinaryOp(object.OpMul, step, r)
	}
	if start == object.Int(0) {
		return r
	}
	return th.BinaryOp(object.OpAdd, start, r)
}

func randInt(th *thread, self, a, b value) value {
	stop := th.BinaryOp(object.OpAdd, b, object.Int(1))
	if stop.H == nil {
		return stop
	}
	return randRange(th, self, []value{a, stop, {}})
}

func choice(th *thread, self, seq value) value {
	n, ok := th.Len(seq)
	if !ok {
		return value{}
	}
	if n == 0 {
		return th.IndexError("Cannot choose from an empty sequence")
	}
	i, ok := below(th, self, int64(n))
	if !ok {
		return value{}
	}
	return th.GetItem(seq, object.Int(i))
}

func shuffle(th *thread, self, x value) value {
	n, ok := th.Len(x)
	if !ok {
		return value{}
	}
	if x.IsExact(&object.ListType) {
		l, _ := object.AsList(x)
		for i := n - 1; i > 0; i-- {
			j, ok := below(th, self, int64(i+1))
			if !ok {
				return value{}
			}
			if i < len(l.Items) {
				l.Items[i], l.Items[j] = l.Items[j], l.Items[i]
			}
		}
		return object.None
	}
	for i := n - 1; i > 0; i-- {
		j, ok := below(th, self, int64(i+1))
		if !ok {
			return value{}
		}
		a, b := th.GetItem(x, object.Int(int64(i))), value{}
		if a.H != nil {
			b = th.GetItem(x, object.Int(j))
		}
		if b.H == nil || !th.SetItem(x, object.Int(int64(i)), b) || !th.SetItem(x, object.Int(j), a) {
			return value{}
		}
	}
	return object.None
}

// isSequence stands for isinstance(x, collections.abc.Sequence).
func isSequence(v value) bool {
	t := v.Type()
	if t.Flags&object.FlagSequence != 0 {
		return true
	}
	switch t.Solid {
	case &object.StrType, &object.BytesType, &object.ByteArrayType, &object.ListType, &object.TupleType, &object.RangeType, &object.MemoryViewType:
		return true
	case &object.DictType, &object.SetType, &object.FrozenSetType:
		return false
	}
	return t.Flags&object.FlagHeap != 0 && t.Len != nil && t.GetItem != nil
}

// sample is Random.sample.
func sample(th *thread, self value, a []value) value {
	population, counts := a[0], a[2]
	if !isSequence(population) {
		return th.TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, ok := th.Len(population)
	if !ok {
		return value{}
	}
	if counts.H != nil && !counts.IsNone() {
		return sampleCounts(th, self, population, n, a[1], counts)
	}
	k, ok := th.AsIndex(a[1], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	picks, ok := sampleIndexes(th, self, n, k)
	if !ok {
		return value{}
	}
	items := make([]value, k)
	for i, p := range picks {
		if items[i] = th.GetItem(population, object.Int(p)); items[i].H == nil {
			return value{}
		}
	}
	return object.NewList(items).V()
}

// sampleIndexes picks k different indexes below n, in the order CPython's two methods pick them.
func sampleIndexes(th *thread, self value, n, k int) ([]int64, bool) {
	if k < 0 || k > n {
		th.ValueError("Sample larger than population or is negative")
		return nil, false
	}
	if !th.CheckValues(k) {
		return nil, false
	}
	picks := make([]int64, k)
	setSize := 21
	if k > 5 {
		setSize += int(math.Pow(4, math.Ceil(libm.Log(float64(k*3))/libm.Log(4))))
	}
	if n <= setSize {
		pool := make([]int64, n)
		for i := range pool {
			pool[i] = int64(i)
		}
		for i := range picks {
			j, ok := below(th, self, int64(n-i))
			if !ok {
				return nil, false
			}
			picks[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return picks, true
	}
	seen := make(map[int64]bool, k)
	for i := range picks {
		for {
			j, ok := below(th, self, int64(n))
			if !ok {
				return nil, false
			}
			if !seen[j] {
				seen[j] = true
				picks[i] = j
				break
			}
		}
	}
	return picks, true
}

func sampleCounts(th *thread, self, population value, n int, kv, counts value) value {
	cum, ok := accumulate(th, counts)
	if !ok {
		return value{}
	}
	if len(cum) != n {
		return th.ValueError("The number of counts does not match the population")
	}
	total := 0
	ends := make([]int64, n)
	for i, c := range cum {
		e, isInt := object.AsInt64(c)
		if !isInt {
			return th.TypeError("Counts must be integers")
		}
		ends[i], total = e, int(e)
	}
	if total < 0 {
		return th.ValueError("Counts must be non-negative")
	}
	k, ok := th.AsIndex(kv, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	picks, ok := sampleIndexes(th, self, total, k)
	if !ok {
		return value{}
	}
	items := make([]value, k)
	for i, p := range picks {
		lo, hi := 0, n-1
		for lo < hi {
			if mid := (lo + hi) / 2; p < ends[mid] {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		if items[i] = th.GetItem(population, object.Int(int64(lo))); items[i].H == nil {
			return value{}
		}
	}
	return object.NewList(items).V()
}

// accumulate returns the running sums of an iterable.
func accumulate(th *thread, v value) ([]value, bool) {
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	for i := 1; i < len(items); i++ {
		if items[i] = th.BinaryOp(object.OpAdd, items[i-1], items[i]); items[i].H == nil {
			return nil, false
		}
	}
	return items, true
}

// choices is Random.choices.
func choices(th *thread, self value, a []value) value {
	population, weights, cumWeights := a[0], a[1], a[2]
	n, ok := th.Len(population)
	if !ok {
		return value{}
	}
	k := 1
	if a[3].H != nil {
		if k, ok = th.AsIndex(a[3], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	given := func(v value) bool { return v.H != nil && !v.IsNone() }
	if !given(weights) && !given(cumWeights) {
		return choicesEqual(th, self, population, n, k)
	}
	var cum []value
	if !given(cumWeights) {
		if object.IsInt(weights) {
			return th.TypeError("The number of choices must be a keyword argument: k=%s", repr(th, weights))
		}
		cum, ok = accumulate(th, weights)
	} else if given(weights) {
		return th.TypeError("Cannot specify both weights and cumulative weights")
	} else {
		cum, ok = th.Collect(cumWeights)
	}
	if !ok {
		return value{}
	}
	if len(cum) != n {
		return th.ValueError("The number of weights does not match the population")
	}
	return choicesWeighted(th, self, population, cum, k)
}

func choicesEqual(th *thread, self, population value, n, k int) value {
	if !th.CheckValues(max(k, 0)) {
		return value{}
	}
	items := make([]value, 0, max(k, 0))
	for range k {
		r, ok := random(th, self)
		if !ok {
			return value{}
		}
		if n == 0 {
			return th.GetItem(population, object.Int(0))
		}
		x := th.GetItem(population, object.Int(int64(math.Floor(r*float64(n)))))
		if x.H == nil {
			return x
		}
		items = append(items, x)
	}
	return object.NewList(items).V()
}

func choicesWeighted(th *thread, self, population value, cum []value, k int) value {
	if len(cum) == 0 {
		return th.IndexError("list index out of range")
	}
	ends := make([]float64, len(cum))
	for i, c := range cum {
		var ok bool
		if ends[i], ok = th.AsFloat64(c); !ok {
			return value{}
		}
	}
	total := ends[len(ends)-1]
	if total <= 0 {
		return th.ValueError("Total of weights must be greater than zero")
	}
	if math.IsInf(total, 0) || math.IsNaN(total) {
		return th.ValueError("Total of weights must be finite")
	}
	if !th.CheckValues(max(k, 0)) {
		return value{}
	}
	items := make([]value, 0, max(k, 0))
	for range k {
		r, ok := random(th, self)
		if !ok {
			return value{}
		}
		r *= total
		lo, hi := 0, len(ends)-1
		for lo < hi {
			if mid := (lo + hi) / 2; r < ends[mid] {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		x := th.GetItem(population, object.Int(int64(lo)))
		if x.H == nil {
			return x
		}
		items = append(items, x)
	}
	return object.NewList(items).V()
}
