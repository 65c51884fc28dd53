// cached, the decorator of subscriptions: most are asked for again and again.
package typingmod

import "pyasync/object"

// cacheSize is how many results a function keeps; the one that came first gives way.
const cacheSize = 128

// cache remembers the results of one function by its arguments.
type cache struct {
	function object.Value
	results  *object.Dict // (arguments..., their types if typed): result
	typed    bool         // 1 and True are different arguments
}

// cached returns the function as one that remembers its results, and a function that makes it forget them.
// Arguments that cannot be hashed are computed each time.
func cached(th *object.Thread, self object.Value, a []object.Value) object.Value {
	fn, ok := object.AsFunction(a[0])
	if !ok {
		return th.TypeError("cached() argument must be a function")
	}
	c := &cache{function: a[0], results: object.NewDict()}
	if a[1].H != nil {
		if c.typed, ok = th.Truth(a[1]); !ok {
			return object.Value{}
		}
	}
	clear := &object.Method{Name: "cache_clear", F0: func(th *object.Thread, self object.Value) object.Value {
		c.results.Clear()
		return object.None
	}}
	return object.TupleOf(object.NewShortFunction(fn, c.call), object.NewBuiltin(clear, object.None, "typing"))
}

// call is the short way of the function.
func (c *cache) call(th *object.Thread, args []object.Value) (object.Value, bool) {
	key := c.key(args)
	h, ok := th.Hash(key)
	if !ok {
		return object.Value{}, !th.Catch(&object.TypeErrorType)
	}
	known, ok := c.results.GetHash(th, key, h)
	if !ok || known.H != nil {
		return known, true
	}
	result := object.FunctionType.Slots.Call(th, c.function, args, nil)
	if result.H == nil {
		return result, true
	}
	if c.results.Len() >= cacheSize {
		if oldest, _, _, more := c.results.Next(0); more {
			c.results.Pop(th, oldest)
		}
	}
	if !c.results.SetHash(th, key, h, result) {
		return object.Value{}, true
	}
	return result, true
}

func (c *cache) key(args []object.Value) object.Value {
	n := len(args)
	if !c.typed {
		return object.NewTuple(append(make([]object.Value, 0, n), args...)).V()
	}
	items := append(make([]object.Value, 0, 2*n), args...)
	for _, a := range args {
		items = append(items, a.Type().V())
	}
	return object.NewTuple(items).V()
}
