// Names that the interpreter looks up. Shared by all interpreters, they must be complete before threads see them.
package object

// constStr returns a str for a package-level variable: hashed and measured at once, so that it is never written again.
func constStr(s string) *Str {
	k := NewStr(s)
	k.Hash()
	k.Len()
	return k
}

var (
	strInitSubclass   = constStr("__init_subclass__")
	strSetName        = constStr("__set_name__")
	strClassGetitem   = constStr("__class_getitem__")
	strSlots          = constStr("__slots__")
	strWeakref        = constStr("__weakref__")
	strClassCell      = constStr("__classcell__")
	strClassDictCell  = constStr("__classdictcell__")
	strAbstract       = constStr("__abstractmethods__")
	strIsAbstract     = constStr("__isabstractmethod__")
	strAnnotations    = constStr("__annotations__")
	strTypeParams     = constStr("__type_params__")
	strBases          = constStr("__bases__")
	strMroEntries     = constStr("__mro_entries__")
	strInstanceCheck  = constStr("__instancecheck__")
	strSubclassCheck  = constStr("__subclasscheck__")
	strReduce         = constStr("__reduce__")
	strGetNewArgs     = constStr("__getnewargs__")
	strGetNewArgsEx   = constStr("__getnewargs_ex__")
	strMRO            = constStr("mro")
	strEq             = constStr("__eq__")
	strDirName        = constStr("__dir__")
	strOrigClass      = constStr("__orig_class__")
	strParameters     = constStr("__parameters__")
	strOrigin         = constStr("__origin__")
	strArgs           = constStr("__args__")
	strTypingSubst    = constStr("__typing_subst__")
	strTypingUnpacked = constStr("__typing_unpacked_tuple_args__")
	strTypingPrepare  = constStr("__typing_prepare_subst__")
	strNotes          = constStr("__notes__")
	strGetattrName    = constStr("__getattr__")
	strSpec           = constStr("__spec__")
)
