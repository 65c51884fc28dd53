// Types as Go sees them: slots, classes, exceptions.
package object

import "testing"

func newTestThread() *Thread { return NewThread(NewInterp()) }

func mustRepr(t *testing.T, th *Thread, v Value) string {
	t.Helper()
	if v.H == nil {
		s, _ := th.Str(th.Exc)
		t.Fatalf("raised %s: %s", th.Exc.Type().Name, s)
	}
	s, ok := th.Repr(v)
	if !ok {
		t.Fatal("repr raised")
	}
	return s
}

func TestAllTypesAreDefined(t *testing.T) {
	if len(pendingTypes) != 0 {
		t.Fatalf("%d types wait for a base that is never defined", len(pendingTypes))
	}
	for _, b := range builtinTypes {
		b.Namespace()
		if b.Slots.Repr == nil {
			t.Errorf("%s has no repr", b.Name)
		}
	}
}

func TestClassWithSlots(t *testing.T) {
	th := newTestThread()
	ns := NewDict()
	ns.SetName("__slots__", TupleOf(StrValue("b"), StrValue("a")))
	ns.SetName("__module__", StrValue("m"))
	c, ok := NewType(th, &TypeType, NewStr("C"), nil, ns, nil, nil)
	if !ok {
		t.Fatal(mustRepr(t, th, Value{}))
	}
	if got := mustRepr(t, th, c.V()); got != "<class 'm.C'>" {
		t.Error(got)
	}
	obj := th.CallArgs(c.V())
	mustRepr(t, th, obj)
	if !th.SetAttr(obj, NewStr("a"), Int(1)) {
		t.Error("cannot set slot")
	}
	if got := mustRepr(t, th, th.GetAttrName(obj, "a")); got != "1" {
		t.Error(got)
	}
	if th.SetAttr(obj, NewStr("c"), Int(1)) {
		t.Error("set an attribute without a slot")
	}
	d, ok := NewType(th, &TypeType, NewStr("D"), []*Type{c}, NewDict(), nil, nil)
	if !ok {
		t.Fatal(mustRepr(t, th, Value{}))
	}
	o2 := th.CallArgs(d.V())
	if !th.SetAttr(o2, NewStr("c"), Int(3)) || !th.SetAttr(o2, NewStr("b"), Int(4)) {
		t.Fatal(mustRepr(t, th, Value{}))
	}
	if got := mustRepr(t, th, th.GetAttrName(o2, "__dict__")); got != "{'c': 3}" {
		t.Error(got)
	}
	if got := mustRepr(t, th, th.GetAttrName(d.V(), "__mro__")); got != "(<class 'D'>, <class 'm.C'>, <class 'object'>)" {
		t.Log(got)
	}
}

func TestExceptions(t *testing.T) {
	th := newTestThread()
	e := th.CallArgs(OSErrorType.V(), Int(2), StrValue("x"), StrValue("f"))
	if got := mustRepr(t, th, e); got != "FileNotFoundError(2, 'x')" {
		t.Error(got)
	}
	if s, _ := th.Str(e); s != "[Errno 2] x: 'f'" {
		t.Error(s)
	}
	g := th.CallArgs(ExceptionGroupType.V(), StrValue("m"), NewList([]Value{e}).V())
	if got := mustRepr(t, th, g); got != "ExceptionGroup('m', [FileNotFoundError(2, 'x')])" {
		t.Error(got)
	}
	u := th.BinaryOp(OpOr, IntType.V(), None)
	if got := mustRepr(t, th, u); got != "int | None" {
		t.Error(got)
	}
	l := th.GetItem(ListType.V(), IntType.V())
	if got := mustRepr(t, th, l); got != "list[int]" {
		t.Error(got)
	}
	if got := mustRepr(t, th, th.GetAttrName(StrType.V(), "__mro__")); got != "(<class 'str'>, <class 'object'>)" {
		t.Error(got)
	}
	for _, e := range []string{"append", "__add__", "__new__", "__doc__", "__class__"} {
		t.Log(mustRepr(t, th, th.GetAttrName(ListType.V(), e)))
	}
}
