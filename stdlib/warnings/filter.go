// The decision about one warning: the first filter that matches tells the action; registries remember what was shown.
package warningsmod

import (
	"pyasync/eval"
	"pyasync/object"
)

// warning is one warning on its way.
type warning struct {
	category *object.Type
	message  value // a str or an instance of category
	filename string
	line     int
	module   string
	registry value // the dict of what was shown, or the nil Value
	source   value
}

// issue does what the filters say; false: an exception is pending.
func (w *warning) issue(th *thread) bool {
	s := stateOf(th)
	if s == nil {
		return true
	}
	text := w.message
	instance := w.message
	if object.IsInstance(w.message, &object.WarningType) {
		t, ok := th.Str(w.message)
		if !ok {
			return false
		}
		text = object.StrValue(t)
	} else {
		if instance = th.CallArgs(w.category.V(), w.message); instance.IsNil() {
			return false
		}
	}
	registry, _ := object.AsDict(object.OrNone(w.registry))
	key := object.TupleOf(text, w.category.V(), object.Int(int64(w.line)))
	if registry != nil {
		if seen, ok := s.seen(th, registry, key); !ok || seen {
			return ok
		}
	}
	action, ok := s.action(th, w, text)
	if !ok {
		return false
	}
	switch action {
	case "error":
		th.RaiseValue(instance)
		return false
	case "ignore":
		return true
	}
	show, ok := s.remember(th, action, registry, key, text, w.category)
	if !ok || !show {
		return ok
	}
	return w.show(th, instance)
}

// seen reports whether the registry has the key; a registry made under other filters is emptied first.
func (s *state) seen(th *thread, registry *object.Dict, key value) (seen, ok bool) {
	v := registry.GetName("version")
	if v != object.Int(s.version) {
		registry.Clear()
		registry.SetName("version", object.Int(s.version))
		return false, true
	}
	x, ok := registry.Get(th, key)
	if !ok || x.IsNil() {
		return false, ok
	}
	return th.Truth(x)
}

// action finds the first filter that matches.
func (s *state) action(th *thread, w *warning, text value) (string, bool) {
	filters, ok := object.AsList(object.OrNone(s.attr(th, "filters")))
	if !ok {
		th.ValueError("_warnings.filters must be a list")
		return "", false
	}
	for i := 0; i < len(filters.Items); i++ {
		t, ok := object.AsTuple(filters.Items[i])
		if !ok || len(t.Items) != 5 {
			th.ValueError("_warnings.filters item %d isn't a 5-tuple", i)
			return "", false
		}
		f := t.Items
		line, ok := th.AsIndex(f[4], &object.OverflowErrorType)
		if !ok {
			return "", false
		}
		if line != 0 && line != w.line {
			continue
		}
		if is, ok := th.IsSubclassOf(w.category.V(), f[2]); !ok {
			return "", false
		} else if !is {
			continue
		}
		good, ok := matches(th, f[1], text)
		if !ok {
			return "", false
		}
		if good {
			if good, ok = matches(th, f[3], object.StrValue(w.module)); !ok {
				return "", false
			}
		}
		if good {
			action, _ := object.GoString(f[0])
			return action, true
		}
	}
	action, ok := object.GoString(object.OrNone(s.attr(th, "_defaultaction")))
	if !ok {
		action = "default"
	}
	return action, true
}

// matches tests a field of a filter: None matches all, a str itself, anything else by its match method.
func matches(th *thread, pattern, text value) (bool, bool) {
	if pattern.IsNone() {
		return true, true
	}
	if pattern.IsExact(&object.StrType) {
		return th.Equal(pattern, text)
	}
	r := th.CallMethod(pattern, object.NewStr("match"), text)
	if r.IsNil() {
		return false, false
	}
	return th.Truth(r)
}

// remember notes that the warning is shown; show is false when it was shown before.
func (s *state) remember(th *thread, action string, registry *object.Dict, key, text value, category *object.Type) (show, ok bool) {
	once := func(d *object.Dict, k value) (bool, bool) {
		old, ok := d.Get(th, k)
		if !ok {
			return false, false
		}
		if !old.IsNil() {
			return false, true
		}
		return true, d.Set(th, k, object.True)
	}
	switch action {
	case "always", "all":
		return true, true
	case "once":
		d, isDict := object.AsDict(object.OrNone(s.attr(th, "_onceregistry")))
		if !isDict {
			th.TypeError("_warnings._onceregistry must be a dict")
			return false, false
		}
		return once(d, object.TupleOf(text, category.V()))
	case "module":
		if registry == nil {
			return true, true
		}
		registry.Set(th, key, object.True)
		return once(registry, object.TupleOf(text, category.V(), object.Int(0)))
	case "default":
		if registry == nil {
			return true, true
		}
		return true, registry.Set(th, key, object.True)
	}
	th.RuntimeError("Unrecognized action (%s) in warnings.filters:\n %s", action, action)
	return false, false
}

// show hands the warning to warnings._showwarnmsg.
func (w *warning) show(th *thread, instance value) bool {
	m := eval.Import(th, "warnings")
	if m.IsNil() {
		return false
	}
	f := th.GetAttrName(m, "_show")
	if f.IsNil() {
		return false
	}
	return !th.CallArgs(f, instance, w.category.V(), object.StrValue(w.filename), object.Int(int64(w.line)), object.OrNone(w.source)).IsNil()
}
