// namedtuple: tuple subclasses with named fields. The methods are shared builtins that ask the class for _fields;
// only __new__ is a Python function, for all who look at its signature, defaults or annotations. Calling the class
// itself does not run it.
package collections

import (
	"strings"

	"pyasync/eval"
	"pyasync/object"
	"pyasync/parser"
)

// tupleGetter is the descriptor of a field.
type tupleGetter struct {
	header
	index int
	doc   value
}

// recipe is what making instances of a named tuple class needs to know.
type recipe struct {
	name     string
	fields   []*object.Str
	defaults []value // of the last fields
}

var tupleGetterType object.Type

func init() {
	object.Define(&tupleGetterType, object.Spec{Name: "collections._tuplegetter", Flags: object.FlagFinal, Alloc: object.Allocator[tupleGetter](),
		Slots: object.Slots{New: tupleGetterNew, DescrGet: tupleGetterGet, DescrSet: tupleGetterSet, Repr: tupleGetterRepr},
		Methods: []object.Method{{Name: "__reduce__", F0: func(th *thread, v value) value {
			g := (*tupleGetter)(v.Ptr())
			return object.TupleOf(tupleGetterType.V(), object.Pair(object.Int(int64(g.index)), g.doc))
		}}},
		Members: []object.Member{{Name: "__doc__", Get: func(th *thread, v value) value { return (*tupleGetter)(v.Ptr()).doc },
			Set: func(th *thread, v, x value) bool {
				if x.H == nil {
					x = object.None
				}
				(*tupleGetter)(v.Ptr()).doc = x
				return true
			}}}})
}

func newTupleGetter(index int, doc value) value {
	return object.ObjectValue(&(&tupleGetter{header{Shape: &tupleGetterType.Root}, index, doc}).header)
}

func tupleGetterNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !th.NoKeywords("_tuplegetter", kw) || !th.ArgCount("_tuplegetter", len(args), 2, 2) {
		return value{}
	}
	i, ok := th.AsIndex(args[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	return newTupleGetter(i, args[1])
}

func tupleGetterGet(th *thread, d, obj, owner value) value {
	if obj.H == nil || obj.IsNone() {
		return d
	}
	g := (*tupleGetter)(d.Ptr())
	t, ok := object.AsTuple(obj)
	if !ok {
		return th.TypeError("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, obj.Type().TPName())
	}
	if g.index >= len(t.Items) {
		return th.IndexError("tuple index out of range")
	}
	return t.Items[g.index]
}

func tupleGetterSet(th *thread, d, obj, x value) bool {
	if x.H == nil {
		th.AttributeError(d, shared("delete"), "can't delete attribute")
	} else {
		th.AttributeError(d, shared("set"), "can't set attribute")
	}
	return false
}

func tupleGetterRepr(th *thread, v value) value {
	g := (*tupleGetter)(v.Ptr())
	i, _ := th.Repr(object.Int(int64(g.index)))
	doc, ok := th.Repr(g.doc)
	if !ok {
		return value{}
	}
	return object.StrValue("_tuplegetter(" + i + ", " + doc + ")")
}

func namedtuple(th *thread, self value, a []value) value {
	fields, ok := fieldNames(th, a[1])
	if !ok {
		return value{}
	}
	typename, ok := th.Str(a[0])
	if !ok {
		return value{}
	}
	rename, ok := flag(th, a[2], false)
	if !ok {
		return value{}
	}
	if rename {
		renameFields(fields)
	}
	if !checkNames(th, typename, fields, rename) {
		return value{}
	}
	r := &recipe{name: typename}
	for _, f := range fields {
		r.fields = append(r.fields, shared(f))
	}
	if a[3].H != nil && !a[3].IsNone() {
		if r.defaults, ok = th.Collect(a[3]); !ok {
			return value{}
		}
		if len(r.defaults) > len(fields) {
			return th.TypeError("Got more default values than field names")
		}
	}
	module := value{}
	if a[4].H != nil && !a[4].IsNone() {
		module = a[4]
	} else {
		module = callerModule(th)
	}
	return makeNamedTuple(th, r, module)
}

// fieldNames splits a text of names, or takes the strs of an iterable.
func fieldNames(th *thread, v value) ([]string, bool) {
	if s, ok := object.GoString(v); ok {
		return strings.Fields(strings.ReplaceAll(s, ",", " ")), true
	}
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	names := make([]string, len(items))
	for i, x := range items {
		if names[i], ok = th.Str(x); !ok {
			return nil, false
		}
	}
	return names, true
}

func renameFields(fields []string) {
	seen := map[string]bool{}
	for i, f := range fields {
		if !object.IsIdentifier(f) || object.IsKeyword(f) || strings.HasPrefix(f, "_") || seen[f] {
			fields[i] = "_" + itoa(i)
		}
		seen[f] = true
	}
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + itoa(i%10)
}

func checkNames(th *thread, typename string, fields []string, renamed bool) bool {
	for _, n := range append([]string{typename}, fields...) {
		r, _ := th.Repr(object.StrValue(n))
		if !object.IsIdentifier(n) {
			th.ValueError("Type names and field names must be valid identifiers: %s", r)
			return false
		}
		if object.IsKeyword(n) {
			th.ValueError("Type names and field names cannot be a keyword: %s", r)
			return false
		}
	}
	seen := map[string]bool{}
	for _, n := range fields {
		r, _ := th.Repr(object.StrValue(n))
		if strings.HasPrefix(n, "_") && !renamed {
			th.ValueError("Field names cannot start with an underscore: %s", r)
			return false
		}
		if seen[n] {
			th.ValueError("Encountered duplicate field name: %s", r)
			return false
		}
		seen[n] = true
	}
	return true
}

// callerModule returns the __name__ of the module that calls, or the nil Value.
func callerModule(th *thread) value {
	if th.Interp.Hooks.CurrentFrame == nil {
		return value{}
	}
	f := th.Interp.Hooks.CurrentFrame(th, 0)
	if f.H == nil || !f.Is(&object.FrameType) {
		th.Exc = value{}
		return value{}
	}
	if g := (*object.FrameObject)(f.Ptr()).Globals; g != nil {
		return g.GetName("__name__")
	}
	return value{}
}

func makeNamedTuple(th *thread, r *recipe, module value) value {
	names := make([]value, len(r.fields))
	texts := make([]string, len(r.fields))
	defaults := object.NewDict()
	first := len(r.fields) - len(r.defaults)
	for i, f := range r.fields {
		names[i], texts[i] = f.V(), f.Go()
		if i >= first {
			defaults.SetStr(f, r.defaults[i-first])
		}
	}
	create := r.newFunction(th, strings.Join(texts, ", "))
	if create.H == nil {
		return create
	}
	ns := object.NewDict()
	fields := object.NewTuple(names).V()
	ns.SetName("__doc__", object.StrValue(r.name+"("+strings.Join(texts, ", ")+")"))
	ns.SetName("__slots__", object.EmptyTuple())
	ns.SetStr(strFields, fields)
	ns.SetName("_field_defaults", defaults.V())
	ns.SetName("__new__", object.NewStaticMethod(create))
	for i := range sharedMethods {
		ns.SetName(sharedMethods[i].Name, object.NewMethodDescriptor(&object.TupleType, &sharedMethods[i]))
	}
	ns.SetName("__match_args__", fields)
	for i, f := range r.fields {
		ns.SetStr(f, newTupleGetter(i, object.StrValue("Alias for field number "+itoa(i))))
	}
	if module.H != nil {
		ns.SetName("__module__", module)
	}
	t, ok := object.NewType(th, &object.TypeType, shared(r.name), []*object.Type{&object.TupleType}, ns, nil, nil)
	if !ok {
		return value{}
	}
	t.Slots.New = r.create
	return t.V()
}

// newFunction makes the function __new__(_cls, fields...).
func (r *recipe) newFunction(th *thread, fields string) value {
	params, items := "_cls", "("+fields+",)"
	if fields == "" {
		items = "()"
	} else {
		params += ", " + fields
	}
	code, ok := eval.Compile(th, []byte("lambda "+params+": _tuple_new(_cls, "+items+")"), "<string>", eval.CompileOptions{Mode: parser.Eval})
	if !ok {
		return value{}
	}
	globals := object.NewDict()
	tupleNew := th.GetAttr(object.TupleType.V(), shared("__new__"))
	if tupleNew.H == nil {
		return tupleNew
	}
	globals.SetName("_tuple_new", tupleNew)
	globals.SetName("__builtins__", object.NewDict().V())
	globals.SetName("__name__", object.StrValue("namedtuple_"+r.name))
	v := eval.Run(th, code, globals, globals.V())
	if v.H == nil {
		return v
	}
	f, _ := object.AsFunction(v)
	f.Name, f.Qualname = shared("__new__"), shared(r.name+".__new__")
	f.Doc = object.StrValue("Create new instance of " + r.name + "(" + fields + ")")
	f.Defaults = r.defaults
	return v
}

var strFields, strMake = shared("_fields"), shared("_make")

// sharedMethods are the methods of every named tuple.
var sharedMethods = []object.Method{
	{Name: "_make", Sig: "iterable", Flags: object.ClassMethod, F: namedTupleMake, Doc: "Make a new named tuple from a sequence or iterable"},
	{Name: "__replace__", Sig: "**kwds", F: namedTupleReplace, Doc: "Return a new named tuple replacing specified fields with new values"},
	{Name: "_replace", Sig: "**kwds", F: namedTupleReplace, Doc: "Return a new named tuple replacing specified fields with new values"},
	{Name: "__repr__", F0: namedTupleRepr, Doc: "Return a nicely formatted representation string"},
	{Name: "_asdict", F0: namedTupleAsDict, Doc: "Return a new dict which maps field names to their values."},
	{Name: "__getnewargs__", F0: func(th *thread, v value) value { return object.TupleCopy(itemsOf(v)).V() }, Doc: "Return self as a plain tuple.  Used by copy and pickle."},
}

func itemsOf(v value) []value {
	t, _ := object.AsTuple(v)
	return t.Items
}

// create is the New slot of the class: it does what __new__ would.
func (r *recipe) create(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	npos, n := len(args)-len(kw), len(r.fields)
	if npos > n {
		return r.tooMany(th, npos+1)
	}
	items := make([]value, n)
	copy(items, args[:npos])
	for i, k := range kw {
		if !r.keyword(th, k, args[npos+i], items) {
			return value{}
		}
	}
	if npos < n && !r.complete(th, items) {
		return value{}
	}
	return newInstance(t, items)
}

// newInstance makes a tuple of class t that owns items.
func newInstance(t *object.Type, items []value) value {
	v := object.Allocate(t)
	tuple, _ := object.AsTuple(v)
	tuple.Items = items
	return v
}

func (r *recipe) tooMany(th *thread, npos int) value {
	n, least := len(r.fields)+1, len(r.fields)+1-len(r.defaults)
	takes := itoa(n)
	if least < n {
		takes = "from " + itoa(least) + " to " + takes
	}
	s := "s"
	if n == 1 {
		s = ""
	}
	return th.TypeError("%s.__new__() takes %s positional argument%s but %d were given", r.name, takes, s, npos)
}

func (r *recipe) keyword(th *thread, k *object.Str, x value, items []value) bool {
	for i, f := range r.fields {
		if f.Go() != k.Go() {
			continue
		}
		if items[i].H != nil {
			th.TypeError("%s.__new__() got multiple values for argument '%s'", r.name, k.Go())
			return false
		}
		items[i] = x
		return true
	}
	th.TypeError("%s.__new__() got an unexpected keyword argument '%s'", r.name, k.Go())
	return false
}

// complete fills in defaults and complains about what is missing, as a Python function does.
func (r *recipe) complete(th *thread, items []value) bool {
	first := len(items) - len(r.defaults)
	var missing []string
	for i := range items {
		switch {
		case items[i].H != nil:
		case i >= first:
			items[i] = r.defaults[i-first]
		default:
			missing = append(missing, "'"+r.fields[i].Go()+"'")
		}
	}
	switch n := len(missing); n {
	case 0:
		return true
	case 1:
		th.TypeError("%s.__new__() missing 1 required positional argument: %s", r.name, missing[0])
	case 2:
		th.TypeError("%s.__new__() missing 2 required positional arguments: %s and %s", r.name, missing[0], missing[1])
	default:
		th.TypeError("%s.__new__() missing %d required positional arguments: %s, and %s", r.name, n, strings.Join(missing[:n-1], ", "), missing[n-1])
	}
	return false
}

// fieldsOf returns the _fields of the class of a named tuple.
func fieldsOf(th *thread, t *object.Type) ([]value, bool) {
	x := th.Lookup(t, strFields)
	if x.H == nil {
		x = object.None
	}
	f, ok := object.AsTuple(x)
	if !ok {
		th.TypeError("'%s' object is not a named tuple", t.Name)
		return nil, false
	}
	return f.Items, true
}

func namedTupleMake(th *thread, cls value, a []value) value {
	t, _ := object.AsType(cls)
	fields, ok := fieldsOf(th, t)
	if !ok {
		return value{}
	}
	items, ok := th.Collect(a[0])
	if !ok {
		return value{}
	}
	if len(items) != len(fields) {
		return th.TypeError("Expected %d arguments, got %d", len(fields), len(items))
	}
	return newInstance(t, items)
}

func namedTupleReplace(th *thread, self value, a []value) value {
	fields, ok := fieldsOf(th, self.Type())
	if !ok {
		return value{}
	}
	changes, _ := object.AsDict(a[0])
	items := append([]value(nil), itemsOf(self)...)
	for i, f := range fields {
		x, ok := changes.Pop(th, f)
		if !ok {
			return value{}
		}
		if x.H != nil && i < len(items) {
			items[i] = x
		}
	}
	if changes.Len() > 0 {
		names, _ := th.Collect(changes.V())
		s, _ := th.Repr(object.NewList(names).V())
		return th.TypeError("Got unexpected field names: %s", s)
	}
	return th.CallMethod(self, strMake, object.NewList(items).V())
}

func namedTupleRepr(th *thread, self value) value {
	fields, ok := fieldsOf(th, self.Type())
	if !ok {
		return value{}
	}
	var b strings.Builder
	b.WriteString(self.Type().Name + "(")
	for i, x := range itemsOf(self) {
		if i >= len(fields) {
			break
		}
		s, ok := th.Repr(x)
		if !ok {
			return value{}
		}
		if i > 0 {
			b.WriteString(", ")
		}
		name, _ := object.GoString(fields[i])
		b.WriteString(name + "=" + s)
	}
	b.WriteByte(')')
	return object.StrValue(b.String())
}

func namedTupleAsDict(th *thread, self value) value {
	fields, ok := fieldsOf(th, self.Type())
	if !ok {
		return value{}
	}
	d := object.NewDict()
	for i, x := range itemsOf(self) {
		if i < len(fields) && !d.Set(th, fields[i], x) {
			return value{}
		}
	}
	return d.V()
}
