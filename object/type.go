// Type, the class object, and Spec, the table from which a builtin type is made.
package object

import (
	"sync"
	"weak"
)

// TypeFlags are properties of a type.
type TypeFlags uint32

const (
	FlagHeap         TypeFlags = 1 << iota // made by a class statement: mutable
	FlagFinal                              // cannot be a base class
	FlagNoNew                              // calling the type raises "cannot create 'x' instances"
	FlagNoDict                             // instances have no __dict__ (class with __slots__)
	FlagAbstract                           // has unimplemented abstract methods
	FlagMethod                             // a function-like descriptor: obj.f(...) may skip the bound method
	FlagSequence                           // matches sequence patterns
	FlagMapping                            // matches mapping patterns
	FlagMatchSelf                          // class patterns bind the subject itself (int, str, list …)
	FlagException                          // derives from BaseException
	FlagType                               // derives from type
	FlagHasFinalizer                       // defines __del__
	FlagNoWeakref                          // instances cannot be weakly referenced
	FlagCopyable                           // instances are no more than their attributes: copy and pickle may rebuild them
)

// Type is a class. Builtin types are immutable, static and shared by all interpreters; classes made by a class
// statement belong to one interpreter.
type Type struct {
	Header
	Name     string // __name__
	Qualname string
	Module   string // __module__ of builtin types; classes keep it in their namespace
	Doc      string
	Base     *Type   // the base that decides the layout
	Bases    []*Type // __bases__
	MRO      []*Type
	Flags    TypeFlags
	Solid    *Type // the nearest base (or itself) that fixes the Go layout of instances
	Root     Shape // the shape of instances without attributes
	Slots
	Alloc
	NSlots int // number of __slots__ of this class and its bases

	// Dropped, when set, is told of an instance of exactly this builtin type that a statement's call returned and that
	// the statement drops: unless somebody else kept it, this was the last reference.
	Dropped func(th *Thread, v Value)
	// DictOf returns the attribute dict of instances of builtin types that keep one (functions, modules).
	DictOf func(v Value, create bool) *Dict

	// Getter, when set, returns the function that looking an attribute up on an instance comes down to, where the
	// attribute is a data descriptor of exactly this type; nil: there is more to it.
	Getter func(d Value) Value

	// AsyncWith, when set, is the short way through `async with` for instances of exactly this type.
	AsyncWith *AsyncManager

	attrHint   int
	attrs      *Dict // the class namespace; builtin types fill it at first use
	spec       *Spec
	fill       sync.Once
	subclasses []weak.Pointer[Type] // of heap types; those of builtin types are kept by the interpreter
	own        *Slots               // slots of builtin types as given in the spec, before inheritance
	userBinary uint32               // bit op: the slot of this binary operator runs special methods
	slotNames  []*Str               // names of this class's own __slots__, mangled, in slot order
	excFields  []string             // exception types: the names of Exception.Fields
	init       *Function            // __init__, when it is a Python function and calling the class needs nothing else
	plainNew   bool                 // New is object's
	newOnly    bool                 // a builtin type with a New of its own, but object's Init
	userCall   bool                 // metaclasses: calling an instance does not run type.__call__
}

// TPName is the name of t as error texts show it (CPython's tp_name): types written in C outside builtins have the
// module in front, classes written in Python have not.
func (t *Type) TPName() string {
	if t.Flags&FlagHeap == 0 && extensionModules[t.Module] && !pythonClasses[t.Name] {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// extensionModules are the modules that CPython writes in C; pythonClasses those of their types that it does not.
var extensionModules = map[string]bool{"datetime": true, "itertools": true, "collections": true, "functools": true, "re": true, "decimal": true,
	"array": true, "time": true, "operator": true, "_asyncio": true, "_io": true, "_struct": true, "_thread": true, "zlib": true, "types": true, "_contextvars": true}

var pythonClasses = map[string]bool{"Counter": true, "ChainMap": true, "UserDict": true, "UserList": true, "UserString": true, "cached_property": true,
	"singledispatchmethod": true, "partialmethod": true, "DynamicClassAttribute": true}

// V returns the type as a Value.
func (t *Type) V() Value { return Value{&t.Header, 0} }

// AsType returns the class v is, if it is one.
func AsType(v Value) (*Type, bool) {
	if v.H.Shape.Solid == &TypeType {
		return (*Type)(v.Ptr()), true
	}
	return nil, false
}

// Spec describes a builtin type: its place in the hierarchy, its slots, and its attributes as tables.
type Spec struct {
	Name  string // "list", or "collections.deque" to set __module__
	Doc   string
	Sig   string // text signature of the constructor, for inspect and for Bind
	Base  *Type  // nil: object
	Flags TypeFlags
	Alloc Alloc // zero: inherited from Base
	// Extends says that the Go layout begins with that of Base, so that code for Base works on it: values are told by
	// Value.Is(Base) as Base's instances are.
	Extends bool
	DictOf  func(v Value, create bool) *Dict
	Slots   Slots
	Methods []Method
	Getset  []Getset
	Members []Member // fields exposed as member descriptors
	Consts  func() map[string]Value
	// ExcFields names what Exception.Fields hold in instances of an exception type, base's first.
	ExcFields []string
}

// Method is a row of a type's method table. One of the functions is set; beside F, a fixed-arity one may be the fast
// path for calls with just so many positional arguments.
type Method struct {
	Name string
	// Sig is the signature in Python syntax without the receiver: "sep=None, maxsplit=-1", "iterable, /", "*args, key=None".
	// A parameter list ending in "/" takes no keywords.
	Sig   string
	Doc   string
	Flags MethodFlags
	F0    func(th *Thread, self Value) Value
	F1    func(th *Thread, self, a Value) Value
	F2    func(th *Thread, self, a, b Value) Value
	F     func(th *Thread, self Value, a []Value) Value            // bound by Sig: one Value per parameter, nil when omitted
	Raw   func(th *Thread, self Value, a []Value, kw []*Str) Value // unbound arguments: positional, then values of kw
	// Now belongs to methods that make coroutines: `await v.m()` and `await v.m(a)` try it first (a nil: no argument).
	// With done set, r is the result of a coroutine that ends without suspending, which then need not be made; else r,
	// unless nil, is awaited in its place. For functions of modules self is nil.
	Now func(th *Thread, self, a Value) (r Value, done bool)
}

// MethodFlags say how a method binds.
type MethodFlags uint8

const (
	ClassMethod       MethodFlags = 1 << iota // self is the class
	StaticMethod                              // self is nil
	CoexistSlot                               // replaces the wrapper made from a slot
	PyFunction                                // CPython has it in Python: it is a NativeFunction, and errors in arguments read as those of such functions
	CoroutineFunction                         // calls return coroutines
)

// Getset is a computed attribute of a builtin type.
type Getset struct {
	Name string
	Doc  string
	Get  func(th *Thread, self Value) Value
	Set  func(th *Thread, self, x Value) bool // x nil: delete; Set nil: read-only
}

// Member is like Getset but shows as a member descriptor (`<member 'x' of 'T' objects>`).
type Member Getset

// builtinTypes are all that were defined, in order; only package initialisation changes it.
var builtinTypes []*Type

// pendingTypes are builtin types whose base is not defined yet; only package initialisation uses it.
var pendingTypes []func() bool

// Define fills in the builtin type t from its spec. It is called from init functions, in any order: a type whose
// base is still undefined is completed when the base is.
func Define(t *Type, spec Spec) {
	complete := func() bool {
		base := spec.Base
		if base == nil && t != &ObjectType {
			base = &ObjectType
		}
		if base != nil && base.MRO == nil {
			return false
		}
		t.define(base, &spec)
		return true
	}
	if !complete() {
		pendingTypes = append(pendingTypes, complete)
		return
	}
	for again := true; again; {
		again = false
		for i, f := range pendingTypes {
			if f() {
				pendingTypes = append(pendingTypes[:i:i], pendingTypes[i+1:]...)
				again = true
				break
			}
		}
	}
}

func (t *Type) define(base *Type, spec *Spec) {
	t.Header.Shape = &TypeType.Root
	t.Name, t.Module = splitTypeName(spec.Name)
	t.Qualname = t.Name
	t.Doc = spec.Doc
	t.Base = base
	t.spec = spec
	t.Flags = spec.Flags
	t.own = &spec.Slots
	t.Slots = spec.Slots
	t.Alloc = spec.Alloc
	t.DictOf = spec.DictOf
	t.MRO = []*Type{t}
	t.Solid = t
	if base != nil {
		t.Bases = []*Type{base}
		t.MRO = append(t.MRO, base.MRO...)
		t.Flags |= base.Flags & inheritedFlags
		t.Slots.inherit(&base.Slots)
		t.NSlots = base.NSlots
		t.newOnly = spec.Slots.New != nil && spec.Slots.Init == nil && (base == &ObjectType || base.newOnly)
		if t.Alloc.New == nil {
			t.Alloc = base.Alloc
			t.Solid = base.Solid
		}
		if t.DictOf == nil {
			t.DictOf = base.DictOf
		}
		t.excFields = base.excFields
		t.userCall = t != &TypeType && (spec.Slots.Call != nil || base.userCall)
	}
	if spec.ExcFields != nil {
		t.excFields = spec.ExcFields
	}
	if t == &ObjectType {
		// The generic attribute protocol is the absence of these slots.
		t.Slots.GetAttr, t.Slots.SetAttr = nil, nil
	}
	if t.Flags&FlagNoNew != 0 {
		t.Slots.New = spec.Slots.New
	}
	t.Root = Shape{Type: t, Solid: t.Solid}
	if base != nil && (spec.Extends || t.Solid == base.Solid) {
		t.Root.Solid = base.Root.Solid
	}
	builtinTypes = append(builtinTypes, t)
}

const inheritedFlags = FlagMethod | FlagSequence | FlagMapping | FlagMatchSelf | FlagException | FlagType | FlagNoWeakref | FlagNoDict

func splitTypeName(full string) (name, module string) {
	for i := len(full) - 1; i >= 0; i-- {
		if full[i] == '.' {
			return full[i+1:], full[:i]
		}
	}
	return full, "builtins"
}

// Namespace returns the type's own attributes (not those of its bases), in definition order.
func (t *Type) Namespace() *Dict {
	if t.spec != nil {
		t.fill.Do(t.fillNamespace)
	}
	return t.attrs
}

func (t *Type) fillNamespace() {
	d := NewDict()
	s := t.spec
	if t.own.New != nil {
		d.SetStr(strNew, newWrapper(t))
	}
	addSlotWrappers(t, d)
	for i := range s.Methods {
		m := &s.Methods[i]
		key := NewStr(m.Name)
		if m.Flags&CoexistSlot == 0 && !d.GetStr(key).IsNil() {
			continue
		}
		d.SetStr(key, newMethodDescriptor(t, m))
	}
	for i := range s.Getset {
		d.SetStr(NewStr(s.Getset[i].Name), newGetset(t, &s.Getset[i]))
	}
	for i := range s.Members {
		d.SetStr(NewStr(s.Members[i].Name), newMember(t, &s.Members[i]))
	}
	if s.Consts != nil {
		for k, v := range s.Consts() {
			d.SetStr(NewStr(k), v)
		}
	}
	if s.DictOf != nil && t != &ModuleType && t.Module != "_asyncio" && d.GetStr(strDict).IsNil() {
		d.SetStr(strDict, newGetset(t, instanceDictRow))
	}
	doc := None
	if s.Doc != "" {
		doc = NewStr(s.Doc).V()
	}
	if d.GetStr(strDoc).IsNil() {
		d.SetStr(strDoc, doc)
	}
	if t.Slots.Hash == nil {
		d.SetStr(strHash, None)
	}
	if t.Module != "builtins" && d.GetStr(strModule).IsNil() {
		d.SetStr(strModule, StrValue(t.Module))
	}
	t.attrs = d
}

// IsSubtype reports whether t is u or derives from it.
func (t *Type) IsSubtype(u *Type) bool {
	for _, m := range t.MRO {
		if m == u {
			return true
		}
	}
	return false
}

// lookupMRO finds name along the MRO without the interpreter's cache.
func (t *Type) lookupMRO(name *Str) Value {
	for _, m := range t.MRO {
		if v := m.Namespace().GetStr(name); v.H != nil {
			return v
		}
	}
	return Value{}
}

// methodCache remembers what names mean on types; it is indexed by type and name and checked by version. Plain data
// of classes are remembered by their place in the namespace, because setting them again does not bump the version.
const methodCacheSize = 1024

type methodCacheEntry struct {
	t     *Type
	name  *Str
	ver   uint32
	moves uint32
	pos   int
	d     *Dict
	v     Value
}

// ClearCaches forgets what names mean on types, so that it keeps nothing alive.
func (in *Interp) ClearCaches() { clear(in.methodCache[:]) }

// Lookup finds the class attribute name along t's MRO; the nil Value says there is none.
func (th *Thread) Lookup(t *Type, name *Str) Value {
	e := &th.Interp.methodCache[(name.Hash()^ptrHash(t))%methodCacheSize]
	if e.t == t && e.ver == t.Root.Ver && (e.name == name || e.name.s == name.s) {
		if e.d == nil {
			return e.v
		}
		if e.d.Moves == e.moves {
			return e.d.At(e.pos)
		}
	}
	*e = methodCacheEntry{t: t, name: name, ver: t.Root.Ver}
	for _, m := range t.MRO {
		d := m.Namespace()
		pos := d.FindStr(name)
		if pos < 0 {
			continue
		}
		e.v = d.At(pos)
		if m.Flags&FlagHeap != 0 && isPlainDatum(e.v) {
			e.d, e.pos, e.moves = d, pos, d.Moves
			v := e.v
			e.v = Value{}
			return v
		}
		return e.v
	}
	return Value{}
}

// isPlainDatum reports whether v is no descriptor of any kind.
func isPlainDatum(v Value) bool {
	t := v.H.Shape.Type
	return t.DescrGet == nil && t.DescrSet == nil
}

// LookupStr is Lookup for a name given as a Go string.
func (th *Thread) LookupStr(t *Type, name string) Value { return th.Lookup(t, NewStr(name)) }

// SetClassAttr sets (x nil: deletes) an attribute in the namespace of heap type t, updates the slots it feeds and
// invalidates caches. It reports false when a deleted attribute was not there.
func SetClassAttr(t *Type, name *Str, x Value) bool {
	old := t.attrs.GetStr(name)
	if x.H == nil {
		if old.H == nil {
			return false
		}
		t.attrs.DelStr(name)
	} else {
		t.attrs.SetStr(name, x)
		// Replacing one plain datum by another (a counter) cannot change what a lookup of another kind finds:
		// caches hold such attributes by name, not by value.
		if old.H != nil && isPlainDatum(old) && isPlainDatum(x) && !isDunder(name.s) {
			return true
		}
	}
	t.modified()
	if isDunder(name.s) {
		t.refreshSlots(name.s)
	}
	return true
}

// modified bumps the versions of t and of everything derived from it.
func (t *Type) modified() {
	t.Root.bump()
	for _, s := range t.subclasses {
		if s := s.Value(); s != nil {
			s.modified()
		}
	}
}

func isDunder(s string) bool {
	return len(s) > 4 && s[0] == '_' && s[1] == '_' && s[len(s)-1] == '_' && s[len(s)-2] == '_'
}
