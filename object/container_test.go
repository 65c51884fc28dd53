// Tests of the tables behind dict and set and of sorting, against Go's maps and orders recorded from CPython.
package object

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestDictAgainstMap(t *testing.T) {
	th := NewThread(NewInterp())
	for _, keys := range []int{4, 12, 300} {
		d, m, order := NewDict(), map[int64]int64{}, []int64{}
		rng := rand.New(rand.NewPCG(1, uint64(keys)))
		for step := range 20000 {
			k := rng.Int64N(int64(keys))
			if rng.IntN(3) == 0 {
				v, _ := d.Pop(th, Int(k))
				if _, had := m[k]; had != (v.H != nil) {
					t.Fatalf("step %d: pop(%d) = %v, want present %v", step, k, v, had)
				}
				delete(m, k)
				order = slices.DeleteFunc(order, func(x int64) bool { return x == k })
			} else {
				if _, had := m[k]; !had {
					order = append(order, k)
				}
				m[k] = int64(step)
				d.Set(th, Int(k), Int(int64(step)))
			}
			if d.Len() != len(m) {
				t.Fatalf("step %d: len %d, want %d", step, d.Len(), len(m))
			}
		}
		i := 0
		for pos := 0; ; i++ {
			k, v, next, more := d.Next(pos)
			if !more {
				break
			}
			if k != Int(order[i]) || v != Int(m[order[i]]) {
				t.Fatalf("item %d: %v", i, k)
			}
			pos = next
		}
		if i != len(order) {
			t.Fatalf("iterated over %d of %d", i, len(order))
		}
	}
}

func TestDictMixedNumbers(t *testing.T) {
	th := NewThread(NewInterp())
	d := NewDict()
	d.Set(th, Int(1), StrValue("int"))
	d.Set(th, True, StrValue("bool"))
	d.Set(th, Float(1), StrValue("float"))
	if s, _ := th.Repr(d.V()); s != "{1: 'float'}" {
		t.Error(s)
	}
}

// setOrders were printed by CPython 3.13.
var setOrders = []struct {
	make func(th *Thread, s *Set)
	want string
}{
	{func(th *Thread, s *Set) {
		for i := range 20 {
			s.Add(th, Int(int64(i*37%101)))
		}
	}, "[0, 3, 10, 13, 20, 23, 30, 37, 40, 47, 50, 57, 60, 67, 74, 77, 84, 87, 94, 97]"},
	{func(th *Thread, s *Set) {
		for i := range 10 {
			s.Add(th, Int(int64(i)-5))
		}
		s.Discard(th, Int(-1))
		s.Add(th, Int(100))
		s.Add(th, Int(-1))
	}, "[0, 1, 2, 3, 4, 100, -1, -5, -4, -3, -2]"},
	{func(th *Thread, s *Set) {
		for i := range 6 {
			s.Add(th, TupleOf(Int(int64(i)), Int(int64(i*i))))
		}
	}, "[(2, 4), (4, 16), (0, 0), (1, 1), (3, 9), (5, 25)]"},
}

func TestSetOrder(t *testing.T) {
	th := NewThread(NewInterp())
	for i, c := range setOrders {
		s := NewSet()
		c.make(th, s)
		if got, _ := th.Repr(NewList(s.keys()).V()); got != c.want {
			t.Errorf("%d: %s, want %s", i, got, c.want)
		}
	}
}

func TestSortStable(t *testing.T) {
	th := NewThread(NewInterp())
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 2, 30, 100, 5000} {
		for _, kind := range []string{"int", "float", "mixed", "tuple"} {
			items := make([]Value, n)
			for i := range items {
				k := rng.Int64N(50)
				switch {
				case kind == "int":
					items[i] = Int(k)
				case kind == "float" || kind == "mixed" && i%2 == 0:
					items[i] = Float(float64(k))
				case kind == "mixed":
					items[i] = Int(k)
				default:
					items[i] = Pair(Int(k), Int(int64(i)))
				}
			}
			l := NewList(items)
			if !th.SortList(l, Value{}, false) {
				t.Fatal(fmt.Sprint(kind, n))
			}
			for i := 1; i < n; i++ {
				if less, _ := th.sortedLess(l.Items[i], l.Items[i-1]); less {
					t.Fatalf("%s %d: not sorted at %d", kind, n, i)
				}
			}
		}
	}
}

func BenchmarkDictIntGet(b *testing.B) {
	th := NewThread(NewInterp())
	d := NewDict()
	for i := range 1000 {
		d.Set(th, Int(int64(i)), Int(1))
	}
	for i := 0; b.Loop(); i++ {
		DictGetItem(th, d.V(), Int(int64(i%1000)))
	}
}

func BenchmarkDictStrSmallGet(b *testing.B) {
	th := NewThread(NewInterp())
	d := NewDict()
	var keys []Value
	for i := range 6 {
		keys = append(keys, StrValue(fmt.Sprint("key", i)))
		d.Set(th, keys[i], Int(1))
	}
	for i := 0; b.Loop(); i++ {
		DictGetItem(th, d.V(), keys[i%6])
	}
}

func BenchmarkDictIntSetNew(b *testing.B) {
	th := NewThread(NewInterp())
	d := NewDict()
	for i := 0; b.Loop(); i++ {
		if i%1000 == 0 {
			d = NewDict()
		}
		DictSetItem(th, d.V(), Int(int64(i%1000)), None)
	}
}

func BenchmarkSetAdd(b *testing.B) {
	th := NewThread(NewInterp())
	s := NewSet()
	for i := 0; b.Loop(); i++ {
		s.Add(th, Int(int64(i%1000)))
	}
}

func BenchmarkListAppendGet(b *testing.B) {
	th := NewThread(NewInterp())
	l := NewList(nil)
	for i := 0; b.Loop(); i++ {
		if i%1000 == 0 {
			l = NewList(nil)
		}
		listAppend(th, l.V(), Int(int64(i)))
		ListGetItem(th, l.V(), Int(-1))
	}
}

func BenchmarkSortTuples(b *testing.B) {
	th := NewThread(NewInterp())
	rng := rand.New(rand.NewPCG(3, 4))
	items := make([]Value, 10000)
	for i := range items {
		items[i] = Pair(Int(rng.Int64N(1000)), StrValue("x"))
	}
	for b.Loop() {
		th.SortList(NewList(slices.Clone(items)), Value{}, false)
	}
}
