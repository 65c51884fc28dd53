// What Python 3.4 to 3.10 allowed and 3.13 does not, for programs run with --legacy. See stdlib/py/_asyncio_legacy.py.
package asyncrt

import (
	"pyasync/object"
)

func init() {
	functions = append(functions, function{"events", object.Method{Name: "_allow_legacy", F0: func(th *Thread, self Value) Value {
		stateOf(th).legacy = true
		return None
	}}})
}

// applyLegacy gives the package, which is complete but for this, its old names and parameters.
func applyLegacy(th *Thread) bool {
	f := importAttr(th, "_asyncio_legacy", "apply")
	return f.H != nil && th.CallArgs(f).H != nil
}

const oldWait = "The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and scheduled for removal in Python 3.11."

// refuseCoroutines raises TypeError when coroutines are among what wait() waits for; legacy programs have them turned
// into tasks.
func (w *waiting) refuseCoroutines(th *Thread) bool {
	warned := false
	for i, f := range w.futs {
		if !isCoroutine(th, f) {
			continue
		}
		if !stateOf(th).legacy {
			th.TypeError("Passing coroutines is forbidden, use tasks explicitly.")
			return false
		}
		if !warned && th.Interp.Hooks.Warn != nil && !th.Interp.Hooks.Warn(th, &object.DeprecationWarningType, oldWait, 1) {
			return false
		}
		warned = true
		if w.futs[i] = ensureFuture(th, f, Value{}); w.futs[i].H == nil {
			return false
		}
	}
	return true
}
