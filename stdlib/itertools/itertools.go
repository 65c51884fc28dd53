// Package itertools is Python's module itertools: building blocks for iterators.
package itertools

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
	header = object.Header
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("Functional tools for creating and using iterators."))
	m.AddTypes(&accumulateType, &batchedType, &combinationsType, &combinationsRepType, &chainType, &compressType, &countType,
		&cycleType, &dropwhileType, &filterfalseType, &groupbyType, &grouperType, &isliceType, &pairwiseType, &permutationsType, &productType,
		&repeatType, &starmapType, &takewhileType, &teeType, &zipLongestType)
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "tee", Sig: "iterable, n=2, /", F: tee, Doc: "Returns a tuple of n independent iterators."},
}

// iterator returns the spec of an iterator type; rows are its methods.
func iterator(name, sig, doc string, alloc object.Alloc, create func(th *thread, t *object.Type, args []value, kw []*object.Str) value,
	next object.UnaryFunc, rows ...object.Method) object.Spec {
	return object.Spec{Name: "itertools." + name, Sig: sig, Doc: doc, Alloc: alloc, Methods: rows,
		Slots: object.Slots{New: create, Iter: object.SelfIter, Next: next}}
}

// noKeywords checks that a constructor got positional arguments only; a subclass with an __init__ may take more.
func noKeywords(th *thread, t, builtin *object.Type, kw []*object.Str) bool {
	return th.NoNewKeywords(t, builtin.Name, kw)
}

// size converts a count argument that must not be negative.
func size(th *thread, v value, negative string) (int, bool) {
	n, ok := th.AsSize(v)
	if ok && n < 0 {
		th.ValueError("%s", negative)
		return 0, false
	}
	return n, ok
}
