// What reports on a living program ask of the evaluator: where code is made or runs, and the frames of a suspended
// coroutine with all they hold. Nothing here changes the program's state.
package eval

import "pyasync/object"

// installReports sets the hooks.
func installReports(in *object.Interp) {
	in.Hooks.Site = siteOf
	in.Hooks.Stack = runningStack
	in.Hooks.Unwind = unwind
	in.Hooks.Suspended = suspendedStack
}

// siteOf is the place that runs now: of the innermost frame that is no library's, else of the innermost.
func siteOf(th *Thread) object.Site {
	f := (*Frame)(th.Frame)
	for ; f != nil; f = f.back {
		if f.fn == nil {
			continue
		}
		if s := (object.Site{Code: f.fn.Code, Pos: f.pos}); !libraryCode(f.fn.Code) {
			return s
		}
	}
	if f = callerFrame(th); f == nil {
		return object.Site{}
	}
	return object.Site{Code: f.fn.Code, Pos: f.pos}
}

// libraryCode is Site.Library, quick for the programs' own code: a file's name seldom begins with "<" or "p".
func libraryCode(c *object.Code) bool {
	return len(c.Filename) > 0 && (c.Filename[0] == '<' || c.Filename[0] == 'p') && object.Site{Code: c}.Library()
}

// runningStack lists the active frames of a thread, outermost first. The caller holds the interpreter lock.
func runningStack(th *Thread) []object.Activation {
	var list []object.Activation
	for f := callerFrame(th); f != nil; f = f.back {
		if f.fn != nil {
			list = append(list, f.activation())
		}
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// suspendedStack lists the frames of a suspended coroutine, generator or asynchronous generator and of those it
// awaits, outermost first, as far as they are the evaluator's; subject is what the innermost waits for, or nil.
func suspendedStack(v Value) (list []object.Activation, subject Value) {
	for v.H != nil {
		if v.H.Shape == &asyncSendType.Root || v.H.Shape == &asyncThrowType.Root {
			v = (*asyncGenCall)(v.Ptr()).gen.V()
		}
		switch v.H.Shape.Solid {
		case &object.CoroutineType, &object.GeneratorType, &object.AsyncGeneratorType:
		default:
			return list, v
		}
		c := (*object.Coroutine)(v.Ptr())
		if c.Step != nil {
			return list, v
		}
		if c.State == object.CoClosed {
			return list, Value{}
		}
		co := asCo(c)
		list = append(list, co.frame.activation())
		if c.State == object.CoCreated {
			return list, Value{}
		}
		v = co.frame.awaiting()
	}
	return list, Value{}
}

// activation describes a frame.
func (f *Frame) activation() object.Activation {
	c := f.code()
	a := object.Activation{Site: object.Site{Code: f.fn.Code, Pos: f.pos}, Globals: f.fn.Globals,
		Async: c.kind == coroutineCode || c.kind == asyncGeneratorCode}
	if !c.optimized() {
		return a
	}
	named := map[slot]bool{}
	add := func(name string, v Value) {
		if v.H != nil {
			a.Vars = append(a.Vars, object.NamedValue{Name: name, V: v})
		}
	}
	for _, v := range c.vars {
		named[v.slot] = true
		add(v.name.Go(), f.variable(v))
	}
	for i, name := range c.FreeVars {
		add(name.Go(), f.fn.Closure[i].V)
	}
	for i, v := range f.slots(int(c.slots)) {
		if !named[slotAt(i)] {
			add("", v)
		}
	}
	return a
}
