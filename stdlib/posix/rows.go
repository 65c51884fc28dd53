// Rows for system calls whose arguments are plain numbers.
package posix

import (
	"math"

	"pyasync/object"
)

// intCall is a row for a call with int arguments that returns None. Omitted arguments count as 0.
func intCall(name, sig string, f func(a []int) error) object.Method {
	return valueCall(name, sig, func(a []int) (value, error) { return object.None, f(a) })
}

// numberCall is a row for a call with int arguments that returns an int.
func numberCall(name, sig string, f func(a []int) (int, error)) object.Method {
	return valueCall(name, sig, func(a []int) (value, error) {
		n, err := f(a)
		return object.Int(int64(n)), err
	})
}

// valueCall is a row for a call with int arguments; it runs without the interpreter's lock.
func valueCall(name, sig string, f func(a []int) (value, error)) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		n := make([]int, len(a))
		for i, x := range a {
			var ok bool
			if n[i], ok = intArg(th, x, 0); !ok {
				return value{}
			}
		}
		var v value
		var err error
		th.Blocking(func() { err = retry(func() (err error) { v, err = f(n); return err }) })
		return result(th, v, err)
	}}
}

// ID converts a user or group id, of which -1 means "as it is"; what ("uid", "gid") names it for errors.
func ID(th *thread, v value, what string) (int, bool) {
	if !object.IsInt(v) && v.Type().Slots.Index == nil {
		th.TypeError("%s should be integer, not %s", what, v.Type().TPName())
		return 0, false
	}
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	switch {
	case !ok && th.Catch(&object.OverflowErrorType):
		big, _ := object.BigOf(th.Index(v))
		if big.Sign() > 0 {
			th.OverflowError("%s is greater than maximum", what)
			break
		}
		fallthrough
	case ok && (n < -1 || n > math.MaxUint32): // numbers that fit into a C long are all "less"
		th.OverflowError("%s is less than minimum", what)
		ok = false
	}
	return n, ok
}

// idCall is a row for a call that takes ids of one sort.
func idCall(name, sig, what string, f func(a []int) error) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		n := make([]int, len(a))
		for i, x := range a {
			var ok bool
			if n[i], ok = ID(th, x, what); !ok {
				return value{}
			}
		}
		return result(th, object.None, f(n))
	}}
}
