// Package typesmod is Python's types module: names for the interpreter's types and helpers for making classes.
package typesmod

import "pyasync/object"

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	for _, row := range names {
		m.Set(row.name, row.t.V())
	}
	m.AddFuncs(functions)
	m.AddTypes(&DynamicAttributeType, &generatorWrapperType)
	all := []object.Value{}
	for _, row := range names {
		all = append(all, object.StrValue(row.name))
	}
	for i := range functions {
		if functions[i].Name[0] != '_' {
			all = append(all, object.StrValue(functions[i].Name))
		}
	}
	m.Set("__all__", object.NewList(append(all, object.StrValue("DynamicClassAttribute"))).V())
	return true
}

var names = []struct {
	name string
	t    *object.Type
}{
	{"FunctionType", &object.FunctionType}, {"LambdaType", &object.FunctionType}, {"CodeType", &object.CodeType},
	{"MappingProxyType", &object.MappingProxyType}, {"SimpleNamespace", &object.SimpleNamespaceType}, {"CellType", &object.CellType},
	{"GeneratorType", &object.GeneratorType}, {"CoroutineType", &object.CoroutineType}, {"AsyncGeneratorType", &object.AsyncGeneratorType},
	{"MethodType", &object.MethodType}, {"BuiltinFunctionType", &object.BuiltinType}, {"BuiltinMethodType", &object.BuiltinType},
	{"WrapperDescriptorType", &object.SlotWrapperType}, {"MethodWrapperType", &object.MethodWrapperType},
	{"MethodDescriptorType", &object.MethodDescriptorType}, {"ClassMethodDescriptorType", &object.ClassMethodDescriptorType},
	{"ModuleType", &object.ModuleType}, {"TracebackType", &object.TracebackType}, {"FrameType", &object.FrameType},
	{"GetSetDescriptorType", &object.GetsetDescriptorType}, {"MemberDescriptorType", &object.MemberDescriptorType},
	{"GenericAlias", &object.GenericAliasType}, {"UnionType", &object.UnionType}, {"EllipsisType", &object.EllipsisType},
	{"NoneType", &object.NoneType}, {"NotImplementedType", &object.NotImplementedType}, {"CapsuleType", &capsuleType},
}

// capsuleType is CPython's wrapper of C pointers; nothing here makes one.
var capsuleType object.Type

func init() {
	object.Define(&capsuleType, object.Spec{Name: "PyCapsule", Flags: object.FlagNoNew, Alloc: object.Allocator[struct{ object.Header }]()})
}

var functions = []object.Method{
	{Name: "new_class", Flags: object.PyFunction, Sig: "name, bases=(), kwds=None, exec_body=None", Doc: "Create a class object dynamically using the appropriate metaclass.", F: newClass},
	{Name: "resolve_bases", Flags: object.PyFunction, Sig: "bases", Doc: "Resolve MRO entries dynamically as specified by PEP 560.", F: resolveBases},
	{Name: "prepare_class", Flags: object.PyFunction, Sig: "name, bases=(), kwds=None", Doc: "Call the __prepare__ method of the appropriate metaclass.", F: prepareClassPy},
	{Name: "get_original_bases", Flags: object.PyFunction, Sig: "cls, /", Doc: "Return the class's \"original\" bases prior to modification by `__mro_entries__`.", F1: originalBases},
	{Name: "coroutine", Flags: object.PyFunction, Sig: "func", Doc: "Convert regular generator function to a coroutine.", F: coroutine},
	{Name: "_calculate_meta", Sig: "meta, bases", Doc: "Calculate the most derived metaclass.", F: calculateMeta},
}

var (
	strMetaclass = object.NewStr("metaclass")
	strPrepare   = object.NewStr("__prepare__")
	strModule    = object.NewStr("__module__")
	strOrigBases = object.NewStr("__orig_bases__")
)

func baseItems(th *object.Thread, bases object.Value) ([]object.Value, bool) {
	if bases.IsNil() {
		return nil, true
	}
	return th.Collect(bases)
}

func resolveBases(th *object.Thread, self object.Value, a []object.Value) object.Value {
	items, ok := th.Collect(a[0])
	if !ok {
		return object.Value{}
	}
	resolved, changed, ok := th.ResolveBases(items, object.TupleCopy(items).V())
	if !ok {
		return object.Value{}
	}
	if !changed {
		return a[0]
	}
	return object.TupleCopy(resolved).V()
}

// prepareClass finds the metaclass, and the namespace its __prepare__ makes; kwds is a copy without "metaclass".
func prepareClass(th *object.Thread, name object.Value, bases []object.Value, kwds object.Value) (meta, ns object.Value, kw *object.Dict, ok bool) {
	kw = object.NewDict()
	if !kwds.IsNil() && !kwds.IsNone() {
		d, isDict := object.AsDict(kwds)
		if !isDict {
			th.TypeError("'%s' object is not a mapping", kwds.Type().Name)
			return
		}
		kw = d.Copy()
	}
	switch meta = kw.GetStr(strMetaclass); {
	case !meta.IsNil():
		kw.DelStr(strMetaclass)
	case len(bases) > 0:
		meta = bases[0].Type().V()
	default:
		meta = object.TypeType.V()
	}
	if t, isType := object.AsType(meta); isType {
		winner, found := th.Metaclass(t, bases)
		if !found {
			return
		}
		meta = winner.V()
	}
	prepare, found := th.LookupAttr(meta, strPrepare)
	if !found {
		return
	}
	if prepare.IsNil() {
		return meta, object.NewDict().V(), kw, true
	}
	ns = callKw(th, prepare, []object.Value{name, object.TupleCopy(bases).V()}, kw)
	return meta, ns, kw, !ns.IsNil()
}

// callKw calls f with the items of kw as keywords.
func callKw(th *object.Thread, f object.Value, args []object.Value, kw *object.Dict) object.Value {
	args = append([]object.Value(nil), args...)
	var names []*object.Str
	for pos := 0; ; {
		k, v, next, more := kw.Next(pos)
		if !more {
			return th.Call(f, args, names)
		}
		pos = next
		name, ok := object.AsStr(k)
		if !ok {
			return th.TypeError("keywords must be strings")
		}
		names = append(names, name)
		args = append(args, v)
	}
}

func prepareClassPy(th *object.Thread, self object.Value, a []object.Value) object.Value {
	bases, ok := baseItems(th, a[1])
	if !ok {
		return object.Value{}
	}
	meta, ns, kw, ok := prepareClass(th, a[0], bases, a[2])
	if !ok {
		return object.Value{}
	}
	return object.TupleOf(meta, ns, kw.V())
}

func newClass(th *object.Thread, self object.Value, a []object.Value) object.Value {
	bases, ok := baseItems(th, a[1])
	if !ok {
		return object.Value{}
	}
	resolved, changed, ok := th.ResolveBases(bases, object.TupleCopy(bases).V())
	if !ok {
		return object.Value{}
	}
	meta, ns, kw, ok := prepareClass(th, a[0], resolved, a[2])
	if !ok {
		return object.Value{}
	}
	if !a[3].IsNil() && !a[3].IsNone() {
		if th.CallArgs(a[3], ns).IsNil() {
			return object.Value{}
		}
	}
	if d, isDict := object.AsDict(ns); isDict && meta == object.TypeType.V() && d.GetStr(strModule).IsNil() {
		d.SetStr(strModule, object.StrValue("types")) // where CPython calls the metaclass
	}
	if changed && !th.SetItem(ns, strOrigBases.V(), object.TupleCopy(bases).V()) {
		return object.Value{}
	}
	return callKw(th, meta, []object.Value{a[0], object.TupleCopy(resolved).V(), ns}, kw)
}

func calculateMeta(th *object.Thread, self object.Value, a []object.Value) object.Value {
	t, ok := object.AsType(a[0])
	bases, ok2 := baseItems(th, a[1])
	if !ok || !ok2 {
		return a[0]
	}
	w, ok := th.Metaclass(t, bases)
	if !ok {
		return object.Value{}
	}
	return w.V()
}

func originalBases(th *object.Thread, self, cls object.Value) object.Value {
	t, ok := object.AsType(cls)
	if !ok {
		return th.TypeError("Expected an instance of type, not '%s'", cls.Type().Name)
	}
	if b := t.Namespace().GetStr(strOrigBases); !b.IsNil() {
		return b
	}
	return th.GetAttrName(cls, "__bases__")
}
