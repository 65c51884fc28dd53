// What the packages below ask of the evaluator: the calling frame, the arguments of a bare super().
package eval

import (
	"unsafe"

	"pyasync/object"
)

// InstallHooks connects an interpreter to the evaluator.
func InstallHooks(th *Thread) {
	in := th.Interp
	installInterrupts(th)
	installUnawaited(in)
	installReports(in)
	in.Hooks.CurrentFrame = frameAt
	in.Hooks.CallSite = callSite
	in.Hooks.SuperArgs = superArgs
	in.Hooks.ModuleAttrError = moduleAttrError
	in.Hooks.Unraisable = Unraisable
}

// frameAt returns the frame object depth levels up from the caller of a builtin, or the nil Value.
func frameAt(th *Thread, depth int) Value {
	f := callerFrame(th)
	for ; f != nil && depth > 0; depth-- {
		for f = f.back; f != nil && f.fn == nil; f = f.back {
		}
	}
	if f == nil {
		return Value{}
	}
	return f.object().V()
}

// superArgs finds the __class__ cell and the first argument of the function that called super().
func superArgs(th *Thread) (class, self Value, ok bool) {
	f := callerFrame(th)
	if f == nil {
		th.RuntimeError("super(): no current frame")
		return Value{}, Value{}, false
	}
	c := f.code()
	if c.ArgCount == 0 && c.Flags&object.CoVarArgs == 0 || len(c.vars) == 0 {
		th.RuntimeError("super(): no arguments")
		return Value{}, Value{}, false
	}
	if self = f.variable(c.vars[0]); self.IsNil() {
		th.RuntimeError("super(): arg[0] deleted")
		return Value{}, Value{}, false
	}
	for i, name := range c.FreeVars {
		if name.Go() == "__class__" {
			if class = f.fn.Closure[i].V; class.IsNil() {
				th.RuntimeError("super(): empty __class__ cell")
				return Value{}, Value{}, false
			}
			return class, self, true
		}
	}
	th.RuntimeError("super(): __class__ cell not found")
	return Value{}, Value{}, false
}

// callSite is the frame that runs and the position of the call it is at.
func callSite(th *Thread) (frame unsafe.Pointer, pos Pos) {
	f := baseFrame(th)
	return unsafe.Pointer(f), f.pos
}
