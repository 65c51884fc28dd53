// RLock, the lock that its owner may take again.
package threadmod

import (
	"time"

	"pyasync/object"
)

var rlockType object.Type

func init() {
	object.Define(&rlockType, object.Spec{Name: "_thread.RLock", Alloc: object.Allocator[lock](),
		Slots: object.Slots{
			New:  func(th *thread, t *object.Type, args []value, kw []*str) value { return t.Allocate() },
			Repr: rlockRepr,
		},
		Methods: []object.Method{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", F: rlockAcquire},
			{Name: "release", F0: rlockRelease},
			{Name: "__enter__", F0: rlockEnter},
			{Name: "__exit__", Sig: "*args", F: func(th *thread, v value, a []value) value { return rlockRelease(th, v) }},
			{Name: "_is_owned", F0: rlockIsOwned},
			{Name: "_recursion_count", F0: rlockCount},
			{Name: "_release_save", F0: rlockReleaseSave},
			{Name: "_acquire_restore", Sig: "state, /", F1: rlockAcquireRestore},
			{Name: "_at_fork_reinit", F0: rlockForget},
		}})
}

func (l *lock) reacquire(th *thread, timeout time.Duration) (got, ok bool) {
	if l.count > 0 && l.owner == th.Ident {
		l.count++
		return true, true
	}
	got, ok = l.acquire(th, timeout)
	if got {
		l.owner, l.count = th.Ident, 1
	}
	return got, ok
}

func rlockRelease(th *thread, v value) value {
	l := lockOf(v)
	if l.count == 0 || l.owner != th.Ident {
		return th.RuntimeError("cannot release un-acquired lock")
	}
	if l.count--; l.count == 0 {
		l.owner = 0
		l.release()
	}
	return object.None
}

func rlockRepr(th *thread, v value) value {
	l := lockOf(v)
	state := "unlocked"
	if l.count > 0 {
		state = "locked"
	}
	return object.StrValue("<" + state + " " + v.Type().FullName() + " object owner=" + itoa(l.owner) + " count=" + itoa(l.count) + " at " + object.Address(v) + ">")
}

func rlockAcquire(th *thread, v value, a []value) value {
	timeout, ok := acquireArgs(th, a)
	if !ok {
		return value{}
	}
	return gotten(lockOf(v).reacquire(th, timeout))
}

func rlockEnter(th *thread, v value) value {
	if _, ok := lockOf(v).reacquire(th, -1); !ok {
		return value{}
	}
	return object.True
}

func rlockIsOwned(th *thread, v value) value {
	l := lockOf(v)
	return object.Bool(l.count > 0 && l.owner == th.Ident)
}

func rlockCount(th *thread, v value) value {
	if l := lockOf(v); l.owner == th.Ident {
		return object.Int(l.count)
	}
	return object.Int(0)
}

func rlockReleaseSave(th *thread, v value) value {
	l := lockOf(v)
	if l.count == 0 {
		return th.RuntimeError("cannot release un-acquired lock")
	}
	saved := object.TupleOf(object.Int(l.count), object.Int(l.owner))
	l.count, l.owner = 0, 0
	l.release()
	return saved
}

func rlockAcquireRestore(th *thread, v, s value) value {
	t, ok := object.AsTuple(s)
	if !ok || len(t.Items) != 2 {
		return th.TypeError("_acquire_restore() argument 1 must be 2-item tuple, not %s", s.Type().Name)
	}
	l := lockOf(v)
	if _, ok := l.acquire(th, -1); !ok {
		return value{}
	}
	l.count, _ = t.Items[0].SmallInt()
	l.owner, _ = t.Items[1].SmallInt()
	return object.None
}

func rlockForget(th *thread, v value) value {
	l := lockOf(v)
	l.locked, l.count, l.owner = false, 0, 0
	return object.None
}
