// Package enummod is the part of Python's enum module that programs run in loops: the property behind name and value,
// and the short ways of looking members up, showing them and combining flags. Everything else is in Python.
package enummod

import "pyasync/object"

type (
	thread = object.Thread
	value  = object.Value
)

// Init fills _enum.
func Init(th *thread, m *object.Module) bool {
	m.AddTypes(&propertyType)
	m.AddFuncs([]object.Method{{Name: "short", Sig: "function, /", F1: short}})
	return true
}

// short is the decorator that gives a function of enum, known by its qualified name, its short way.
func short(th *thread, self, f value) value {
	fn, ok := object.AsFunction(f)
	if !ok {
		return th.TypeError("short() argument must be a function")
	}
	way := shortWays[fn.Qualname.Go()]
	if way == nil {
		return th.ValueError("%s has no short way", fn.Qualname.Go())
	}
	return object.NewShortFunction(fn, way)
}

var shortWays map[string]object.ShortWay

func init() {
	shortWays = map[string]object.ShortWay{
		"EnumType.__call__":     callClass,
		"EnumType.__contains__": classContains,
		"EnumType.__getitem__":  memberByName,
		"Enum.__new__":          memberByValue,
		"Enum.__hash__":         hashMember,
		"Enum.__repr__":         reprMember,
		"Enum.__str__":          strMember,
		"Enum.__format__":       formatMember,
		"Flag.__contains__":     flagContains,
		"Flag.__bool__":         flagTruth,
		"Flag.__repr__":         reprMember,
		"Flag.__str__":          strMember,
		"Flag.__or__":           combine(func(a, b int64) int64 { return a | b }),
		"Flag.__and__":          combine(func(a, b int64) int64 { return a & b }),
		"Flag.__xor__":          combine(func(a, b int64) int64 { return a ^ b }),
		"Flag.__invert__":       invert,
	}
}

// Names of what enum classes and members keep.
var (
	strNew        = shared("__new__")
	strMembers    = shared("_member_map_")
	strByValue    = shared("_value2member_map_")
	strMemberType = shared("_member_type_")
	strValueRepr  = shared("_value_repr_")
	strName       = shared("_name_")
	strValue      = shared("_value_")
	strInverted   = shared("_inverted_")
)

// shared returns a name whose hash is known, so that several interpreters may use it.
func shared(s string) *object.Str {
	name := object.NewStr(s)
	name.Hash()
	return name
}

// table returns the dict that the enum class t has under the name, or nil.
func table(th *thread, t *object.Type, name *object.Str) *object.Dict {
	v := th.Lookup(t, name)
	if v.IsNil() || !v.IsExact(&object.DictType) {
		return nil
	}
	d, _ := object.AsDict(v)
	return d
}
