// The builtin types. Each is defined (from a Spec) in the file named after it.
package object

var (
	ObjectType, TypeType, NoneType, NotImplementedType, EllipsisType                                 Type
	IntType, BoolType, FloatType, ComplexType                                                        Type
	StrType, BytesType, ByteArrayType, MemoryViewType                                                Type
	TupleType, ListType, DictType, SetType, FrozenSetType, RangeType, SliceType                      Type
	BuiltinType, MethodDescriptorType, ClassMethodDescriptorType, SlotWrapperType, MethodWrapperType Type
	GetsetDescriptorType, MemberDescriptorType, MethodType, StaticMethodType, ClassMethodType        Type
	PropertyType, SuperType, ModuleType, MappingProxyType, GenericAliasType, UnionType               Type
	CodeType, FrameType, TracebackType, CellType, FunctionType                                       Type
	GeneratorType, CoroutineType, AsyncGeneratorType                                                 Type
)

// The exceptions that Go code raises by name; exceptions.go defines the whole hierarchy.
var (
	BaseExceptionType, ExceptionType, BaseExceptionGroupType, ExceptionGroupType                      Type
	GeneratorExitType, KeyboardInterruptType, SystemExitType                                          Type
	ArithmeticErrorType, FloatingPointErrorType, OverflowErrorType, ZeroDivisionErrorType             Type
	AssertionErrorType, AttributeErrorType, BufferErrorType, EOFErrorType                             Type
	ImportErrorType, ModuleNotFoundErrorType, LookupErrorType, IndexErrorType, KeyErrorType           Type
	MemoryErrorType, NameErrorType, UnboundLocalErrorType                                             Type
	OSErrorType, BlockingIOErrorType, ChildProcessErrorType, ConnectionErrorType, BrokenPipeErrorType Type
	ConnectionAbortedErrorType, ConnectionRefusedErrorType, ConnectionResetErrorType                  Type
	FileExistsErrorType, FileNotFoundErrorType, InterruptedErrorType, IsADirectoryErrorType           Type
	NotADirectoryErrorType, PermissionErrorType, ProcessLookupErrorType, TimeoutErrorType             Type
	ReferenceErrorType, RuntimeErrorType, NotImplementedErrorType, RecursionErrorType                 Type
	PythonFinalizationErrorType, StopIterationType, StopAsyncIterationType                            Type
	SyntaxErrorType, IndentationErrorType, TabErrorType, SystemErrorType, TypeErrorType               Type
	ValueErrorType, UnicodeErrorType, UnicodeDecodeErrorType, UnicodeEncodeErrorType                  Type
	UnicodeTranslateErrorType                                                                         Type
	WarningType, BytesWarningType, DeprecationWarningType, EncodingWarningType, FutureWarningType     Type
	ImportWarningType, PendingDeprecationWarningType, ResourceWarningType, RuntimeWarningType         Type
	SyntaxWarningType, UnicodeWarningType, UserWarningType                                            Type
)
