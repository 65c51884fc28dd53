// Who knows an object: the tasks whose frames refer to it, and the names they have for it.
package asyncrt

import (
	"strings"

	"pyasync/object"
)

// receiver is the object a bound method belongs to, or v itself.
func receiver(v Value) Value {
	switch {
	case v.H == nil:
		return v
	case v.H.Shape == &object.MethodType.Root:
		return (*object.BoundMethod)(v.Ptr()).Self
	case v.H.Shape == &object.BuiltinType.Root:
		if s := (*object.Builtin)(v.Ptr()).Self; s.H != nil {
			return s
		}
	}
	return v
}

// variable is the name of v: the variable of the function that made it if that is still there, else one of the
// innermost frame of t that has one, an attribute of a variable, or a global; "" if there is none.
func (p *picture) variable(t *Task, v Value, made object.Site) string {
	if n := p.nameWhereMade(v, made); n != "" {
		return n
	}
	if t == nil {
		return ""
	}
	acts := p.activations(t)
	for i := len(acts) - 1; i >= 0; i-- {
		if a := &acts[i]; !a.Library() {
			if n := nameIn(a, v); n != "" {
				return n
			}
		}
	}
	for i := len(acts) - 1; i >= 0; i-- {
		if a := &acts[i]; !a.Library() && a.Globals != nil {
			if n := nameInDict(a.Globals, v); n != "" {
				return n
			}
		}
	}
	return ""
}

func (p *picture) nameWhereMade(v Value, made object.Site) string {
	if !made.Known() {
		return ""
	}
	for _, t := range p.tasks {
		acts := p.activations(t)
		for i := range acts {
			if acts[i].Code == made.Code {
				if n := nameIn(&acts[i], v); n != "" {
					return n
				}
			}
		}
	}
	return ""
}

// global is the name of v in the globals of one of the tasks' functions, or "".
func (p *picture) global(v Value) string {
	seen := map[*object.Dict]bool{}
	for _, t := range p.tasks {
		acts := p.activations(t)
		for i := range acts {
			if g := acts[i].Globals; g != nil && !seen[g] {
				seen[g] = true
				if n := nameInDict(g, v); n != "" {
					return n
				}
			}
		}
	}
	return ""
}

func nameIn(a *object.Activation, v Value) string {
	for _, x := range a.Vars {
		if x.Name != "" && x.V.H == v.H {
			return x.Name
		}
	}
	for _, x := range a.Vars {
		if x.Name == "" || !isInstance(x.V) {
			continue
		}
		for _, y := range object.OwnAttrs(x.V) {
			if y.V.H == v.H {
				return x.Name + "." + y.Name
			}
		}
	}
	return ""
}

func nameInDict(d *object.Dict, v Value) string {
	for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
		if x.H == v.H {
			if s, isStr := object.AsStr(k); isStr && !strings.HasPrefix(s.Go(), "__") {
				return s.Go()
			}
		}
	}
	return ""
}

// isInstance reports whether v is an instance of a class written in Python.
func isInstance(v Value) bool { return v.H != nil && v.H.Shape.Type.Flags&object.FlagHeap != 0 }

// inside lists the tasks that are within an `async with v`: their frames hold its bound __aexit__.
func (p *picture) inside(v Value) (list []*Task) {
	for _, t := range p.tasks {
		acts := p.activations(t)
		for i := range acts {
			if holdsExit(&acts[i], v) {
				list = append(list, t)
				break
			}
		}
	}
	return list
}

func holdsExit(a *object.Activation, v Value) bool {
	for _, x := range a.Vars {
		if x.Name == "" && x.V.H != v.H && receiver(x.V).H == v.H && exitMethod(x.V) {
			return true
		}
	}
	return false
}

func exitMethod(v Value) bool {
	switch v.H.Shape {
	case &object.BuiltinType.Root:
		return (*object.Builtin)(v.Ptr()).Method.Name == "__aexit__"
	case &object.MethodType.Root:
		f, ok := object.AsFunction((*object.BoundMethod)(v.Ptr()).Func)
		return ok && f.Name.Go() == "__aexit__"
	}
	return false
}

// referrers says which other unfinished tasks refer to v and so could do what is to be done.
func (p *picture) referrers(t *Task, v Value, do string) []string {
	const most = 5
	var names []string
	more := 0
	for _, other := range p.tasks {
		if other == t || p.sameWait(t, other) {
			continue // who waits for it will not bring it about
		}
		n := p.refersAs(other, v)
		if n == "" {
			continue
		}
		if len(names) == most {
			more++
			continue
		}
		if n != "-" {
			n = other.called() + " (as '" + n + "')"
		} else {
			n = other.called()
		}
		names = append(names, n)
	}
	switch {
	case names == nil && p.global(v) != "":
		return []string{"every function can " + do + ": it is the global '" + p.global(v) + "'"}
	case names == nil:
		return []string{"no other task that is left refers to it, so none can " + do}
	case more > 0:
		return []string{"could " + do + ": " + strings.Join(names, ", ") + " and " + itoa(more) + " more"}
	}
	return []string{"could " + do + ": " + strings.Join(names, ", ")}
}

// refersAs is the name a task has for v, "-" for a reference without a name, "" for none. Globals do not count: every
// task could reach them.
func (p *picture) refersAs(t *Task, v Value) string {
	acts := p.activations(t)
	unnamed := ""
	for i := len(acts) - 1; i >= 0; i-- {
		a := &acts[i]
		if n := nameIn(a, v); n != "" {
			return n
		}
		for _, x := range a.Vars {
			if receiver(x.V).H == v.H {
				unnamed = "-"
			}
		}
	}
	return unnamed
}
