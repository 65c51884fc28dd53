// Package warningsmod is Python's _warnings module: the filters, and the decision what becomes of a warning. Showing
// one is the business of the warnings module, which is loaded when a first warning is to be shown.
package warningsmod

import (
	"strings"

	"pyasync/eval"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// state is what one interpreter keeps, until the warnings module holds it in its namespace.
type state struct {
	module  *object.Module
	version int64
}

type stateKey struct{}

// Install makes warnings of Go code go through the filters. The module _warnings itself is made at the first warning.
func Install(th *thread) {
	th.Interp.Hooks.Warn = func(th *thread, category *object.Type, message string, stacklevel int) bool {
		return warn(th, category, object.StrValue(message), stacklevel, object.None, nil)
	}
	th.Interp.Hooks.WarnExplicit = func(th *thread, category *object.Type, message, filename string, line int) bool {
		w := &warning{category: category, message: object.StrValue(message), filename: filename, line: line, module: moduleOf(filename)}
		return w.issue(th)
	}
}

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	th.Interp.SetExt(stateKey{}, &state{module: m})
	m.AddFuncs(functions)
	m.Set("filters", object.NewList(defaultFilters(th.Interp.GetHost())).V())
	m.Set("_defaultaction", object.StrValue("default"))
	m.Set("_onceregistry", object.NewDict().V())
	return true
}

// defaultFilters are those of a release build; development mode shows everything.
func defaultFilters(h *object.Host) []value {
	if h.Flags.DevMode {
		return nil
	}
	filter := func(action string, category *object.Type, module value) value {
		return object.TupleOf(object.StrValue(action), object.None, category.V(), module, object.Int(0))
	}
	return []value{
		filter("default", &object.DeprecationWarningType, object.StrValue("__main__")),
		filter("ignore", &object.DeprecationWarningType, object.None),
		filter("ignore", &object.PendingDeprecationWarningType, object.None),
		filter("ignore", &object.ImportWarningType, object.None),
		filter("ignore", &object.ResourceWarningType, object.None),
	}
}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		if eval.Import(th, "_warnings").IsNil() {
			th.Exc = value{}
			return nil
		}
		s, _ = th.Interp.Ext(stateKey{}).(*state)
	}
	return s
}

// attr returns what the module warnings holds under a name, once that is loaded: programs replace its filters.
func (s *state) attr(th *thread, name string) value {
	if m, ok := object.AsModule(object.OrNone(th.Interp.Modules.GetName("warnings"))); ok {
		if v := m.Dict.GetName(strings.TrimPrefix(name, "_")); !v.IsNil() {
			return v
		}
	}
	return s.module.Dict.GetName(name)
}

var functions []object.Method

func init() {
	functions = []object.Method{
		{Name: "warn", Sig: "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", F: warnRow},
		{Name: "warn_explicit", Sig: "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None", F: warnExplicitRow},
		{Name: "_filters_mutated", F0: func(th *thread, m value) value {
			stateOf(th).version++
			return object.None
		}},
	}
}

// categoryOf returns the category of a warning: the class of the message if that is a Warning.
func categoryOf(th *thread, message, category value) (*object.Type, bool) {
	if object.IsInstance(message, &object.WarningType) {
		return message.Type(), true
	}
	if category.IsNone() {
		return &object.UserWarningType, true
	}
	t, ok := object.AsType(category)
	if !ok || !t.IsSubtype(&object.WarningType) {
		name := category.Type().Name
		if ok {
			name = t.Name
		}
		_ = name
		th.TypeError("category must be a Warning subclass, not '%s'", category.Type().Name)
		return nil, false
	}
	return t, true
}

func warnRow(th *thread, m value, a []value) value {
	category, ok := categoryOf(th, a[0], object.OrNone(a[1]))
	if !ok {
		return value{}
	}
	level := 1
	if !a[2].IsNil() {
		if level, ok = th.AsIndex(a[2], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	var skip []string
	if p := object.OrNone(a[4]); !p.IsNone() {
		t, ok := object.AsTuple(p)
		if !ok {
			return th.TypeError("skip_file_prefixes must be a tuple of strs.")
		}
		for _, x := range t.Items {
			s, ok := object.GoString(x)
			if !ok {
				return th.TypeError("Found non-str '%s' in skip_file_prefixes.", x.Type().Name)
			}
			skip = append(skip, s)
		}
		if len(skip) > 0 && level < 2 {
			level = 2
		}
	}
	if !warn(th, category, a[0], level, object.OrNone(a[3]), skip) {
		return value{}
	}
	return object.None
}

// warn issues a warning at the place stacklevel frames up.
func warn(th *thread, category *object.Type, message value, stacklevel int, source value, skip []string) bool {
	frame := callerAt(th, stacklevel, skip)
	w := &warning{category: category, message: message, source: source, filename: "<sys>", module: "sys"}
	var globals *object.Dict
	if frame == nil {
		globals = th.Interp.Sys.Dict
		w.line = 0
	} else {
		globals = frame.Globals
		w.filename, w.line = frame.Code.Filename, frame.Line()
		w.module = "<string>"
		if name, ok := object.GoString(object.OrNone(globals.GetName("__name__"))); ok {
			w.module = name
		}
	}
	registry := globals.GetName("__warningregistry__")
	if registry.IsNil() {
		registry = object.NewDict().V()
		globals.SetName("__warningregistry__", registry)
	}
	w.registry = registry
	return w.issue(th)
}

func callerAt(th *thread, level int, skip []string) *object.FrameObject {
	v := th.Interp.Hooks.CurrentFrame(th, 0)
	f, ok := object.AsFrame(v)
	if !ok {
		return nil
	}
	next := func(f *object.FrameObject) *object.FrameObject {
		for {
			if f = f.Back(); f == nil || !hasPrefix(f.Code.Filename, skip) {
				return f
			}
		}
	}
	for ; level > 1 && f != nil; level-- {
		f = next(f)
	}
	return f
}

func hasPrefix(name string, skip []string) bool {
	for _, p := range skip {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

func moduleOf(filename string) string {
	if filename == "" {
		return "<unknown>"
	}
	return strings.TrimSuffix(filename, ".py")
}

func warnExplicitRow(th *thread, m value, a []value) value {
	category, ok := categoryOf(th, a[0], a[1])
	if !ok {
		return value{}
	}
	filename, ok := object.GoString(a[2])
	if !ok {
		return th.TypeError("warn_explicit() argument 'filename' must be str, not %s", a[2].Type().Name)
	}
	line, ok := th.AsIndex(a[3], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	w := &warning{category: category, message: a[0], filename: filename, line: line, source: object.OrNone(a[7]), module: moduleOf(filename)}
	if s, ok := object.GoString(object.OrNone(a[4])); ok {
		w.module = s
	}
	if r := object.OrNone(a[5]); !r.IsNone() {
		w.registry = r
	}
	if !w.issue(th) {
		return value{}
	}
	return object.None
}
