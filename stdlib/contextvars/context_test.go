// Tests of the persistent map and of entering contexts.
package contextvars

import (
	"testing"

	"pyasync/object"
)

func TestVarMap(t *testing.T) {
	th := object.NewThread(object.NewInterp())
	vars := make([]*Var, 5000)
	var m varMap
	for i := range vars {
		vars[i] = NewVar(th, "x", object.Value{})
		if i%3 == 0 {
			m = m.with(vars[i], object.Int(int64(i)))
		}
	}
	old := m
	for i := range vars {
		if i%6 == 0 {
			m = m.with(vars[i], object.Value{})
		}
	}
	for i, v := range vars {
		x := m.get(v.id)
		want := i%3 == 0 && i%6 != 0
		if x.IsNil() == want {
			t.Fatalf("variable %d: present %v, want %v", i, !x.IsNil(), want)
		}
		if i%3 == 0 && old.get(v.id) != object.Int(int64(i)) {
			t.Fatalf("variable %d changed in the old map", i)
		}
	}
	n := 0
	m.each(func(*Var, object.Value) bool { n++; return true })
	if n != m.n {
		t.Fatalf("%d items, n says %d", n, m.n)
	}
}

func TestEnter(t *testing.T) {
	th := object.NewThread(object.NewInterp())
	v := NewVar(th, "x", object.Value{})
	v.Set(th, object.Int(1))
	c := Copy(th)
	if !c.Enter(th) {
		t.Fatal("cannot enter")
	}
	v.Set(th, object.Int(2))
	if c.Enter(th) {
		t.Fatal("entered twice")
	}
	c.Exit(th)
	if v.Get(th) != object.Int(1) || c.vars.get(v.id) != object.Int(2) {
		t.Fatal("set leaked")
	}
}
