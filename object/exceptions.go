// The hierarchy of exceptions, in one table.
package object

import (
	"slices"
	"unsafe"
)

// excRow is one exception class. Rows stand behind their bases.
type excRow struct {
	t, base *Type
	name    string
	doc     string
	custom  *excLayout // nil: as the base
}

// excLayout is what sets an exception class apart from its base.
type excLayout struct {
	fields  []string // named in Exception.Fields, the base's first
	members []string // those of fields shown as members
	sizes   []string // those of members that hold a size, always an int
	slots   Slots
	methods []Method
	getset  []Getset
}

var exceptionRows = []excRow{
	{&BaseExceptionType, &ObjectType, "BaseException", "Common base class for all exceptions", &baseExceptionLayout},
	{&BaseExceptionGroupType, &BaseExceptionType, "BaseExceptionGroup", "A combination of multiple unrelated exceptions.", &groupLayout},
	{&GeneratorExitType, &BaseExceptionType, "GeneratorExit", "Request that a generator exit.", nil},
	{&KeyboardInterruptType, &BaseExceptionType, "KeyboardInterrupt", "Program interrupted by user.", nil},
	{&SystemExitType, &BaseExceptionType, "SystemExit", "Request to exit from the interpreter.", &systemExitLayout},
	{&ExceptionType, &BaseExceptionType, "Exception", "Common base class for all non-exit exceptions.", &plainLayout},
	{&ArithmeticErrorType, &ExceptionType, "ArithmeticError", "Base class for arithmetic errors.", nil},
	{&FloatingPointErrorType, &ArithmeticErrorType, "FloatingPointError", "Floating-point operation failed.", nil},
	{&OverflowErrorType, &ArithmeticErrorType, "OverflowError", "Result too large to be represented.", nil},
	{&ZeroDivisionErrorType, &ArithmeticErrorType, "ZeroDivisionError", "Second argument to a division or modulo operation was zero.", nil},
	{&AssertionErrorType, &ExceptionType, "AssertionError", "Assertion failed.", nil},
	{&AttributeErrorType, &ExceptionType, "AttributeError", "Attribute not found.", &attributeErrorLayout},
	{&BufferErrorType, &ExceptionType, "BufferError", "Buffer error.", nil},
	{&EOFErrorType, &ExceptionType, "EOFError", "Read beyond end of file.", nil},
	{&ImportErrorType, &ExceptionType, "ImportError", "Import can't find module, or can't find name in module.", &importErrorLayout},
	{&ModuleNotFoundErrorType, &ImportErrorType, "ModuleNotFoundError", "Module not found.", nil},
	{&LookupErrorType, &ExceptionType, "LookupError", "Base class for lookup errors.", nil},
	{&IndexErrorType, &LookupErrorType, "IndexError", "Sequence index out of range.", nil},
	{&KeyErrorType, &LookupErrorType, "KeyError", "Mapping key not found.", &keyErrorLayout},
	{&MemoryErrorType, &ExceptionType, "MemoryError", "Out of memory.", nil},
	{&NameErrorType, &ExceptionType, "NameError", "Name not found globally.", &nameErrorLayout},
	{&UnboundLocalErrorType, &NameErrorType, "UnboundLocalError", "Local name referenced but not bound to a value.", nil},
	{&OSErrorType, &ExceptionType, "OSError", "Base class for I/O related errors.", &osErrorLayout},
	{&BlockingIOErrorType, &OSErrorType, "BlockingIOError", "I/O operation would block.", nil},
	{&ChildProcessErrorType, &OSErrorType, "ChildProcessError", "Child process error.", nil},
	{&ConnectionErrorType, &OSErrorType, "ConnectionError", "Connection error.", nil},
	{&BrokenPipeErrorType, &ConnectionErrorType, "BrokenPipeError", "Broken pipe.", nil},
	{&ConnectionAbortedErrorType, &ConnectionErrorType, "ConnectionAbortedError", "Connection aborted.", nil},
	{&ConnectionRefusedErrorType, &ConnectionErrorType, "ConnectionRefusedError", "Connection refused.", nil},
	{&ConnectionResetErrorType, &ConnectionErrorType, "ConnectionResetError", "Connection reset.", nil},
	{&FileExistsErrorType, &OSErrorType, "FileExistsError", "File already exists.", nil},
	{&FileNotFoundErrorType, &OSErrorType, "FileNotFoundError", "File not found.", nil},
	{&InterruptedErrorType, &OSErrorType, "InterruptedError", "Interrupted by signal.", nil},
	{&IsADirectoryErrorType, &OSErrorType, "IsADirectoryError", "Operation doesn't work on directories.", nil},
	{&NotADirectoryErrorType, &OSErrorType, "NotADirectoryError", "Operation only works on directories.", nil},
	{&PermissionErrorType, &OSErrorType, "PermissionError", "Not enough permissions.", nil},
	{&ProcessLookupErrorType, &OSErrorType, "ProcessLookupError", "Process not found.", nil},
	{&TimeoutErrorType, &OSErrorType, "TimeoutError", "Timeout expired.", nil},
	{&ReferenceErrorType, &ExceptionType, "ReferenceError", "Weak ref proxy used after referent went away.", nil},
	{&RuntimeErrorType, &ExceptionType, "RuntimeError", "Unspecified run-time error.", nil},
	{&NotImplementedErrorType, &RuntimeErrorType, "NotImplementedError", "Method or function hasn't been implemented yet.", nil},
	{&RecursionErrorType, &RuntimeErrorType, "RecursionError", "Recursion limit exceeded.", nil},
	{&PythonFinalizationErrorType, &RuntimeErrorType, "PythonFinalizationError", "Operation blocked during Python finalization.", nil},
	{&StopAsyncIterationType, &ExceptionType, "StopAsyncIteration", "Signal the end from iterator.__anext__().", nil},
	{&StopIterationType, &ExceptionType, "StopIteration", "Signal the end from iterator.__next__().", &stopIterationLayout},
	{&SyntaxErrorType, &ExceptionType, "SyntaxError", "Invalid syntax.", &syntaxErrorLayout},
	{&IncompleteInputErrorType, &SyntaxErrorType, "_IncompleteInputError", "incomplete input.", nil},
	{&IndentationErrorType, &SyntaxErrorType, "IndentationError", "Improper indentation.", nil},
	{&TabErrorType, &IndentationErrorType, "TabError", "Improper mixture of spaces and tabs.", nil},
	{&SystemErrorType, &ExceptionType, "SystemError", "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.", nil},
	{&TypeErrorType, &ExceptionType, "TypeError", "Inappropriate argument type.", nil},
	{&ValueErrorType, &ExceptionType, "ValueError", "Inappropriate argument value (of correct type).", nil},
	{&UnicodeErrorType, &ValueErrorType, "UnicodeError", "Unicode related error.", nil},
	{&UnicodeDecodeErrorType, &UnicodeErrorType, "UnicodeDecodeError", "Unicode decoding error.", &unicodeDecodeLayout},
	{&UnicodeEncodeErrorType, &UnicodeErrorType, "UnicodeEncodeError", "Unicode encoding error.", &unicodeEncodeLayout},
	{&UnicodeTranslateErrorType, &UnicodeErrorType, "UnicodeTranslateError", "Unicode translation error.", &unicodeTranslateLayout},
	{&WarningType, &ExceptionType, "Warning", "Base class for warning categories.", nil},
	{&BytesWarningType, &WarningType, "BytesWarning", "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.", nil},
	{&DeprecationWarningType, &WarningType, "DeprecationWarning", "Base class for warnings about deprecated features.", nil},
	{&EncodingWarningType, &WarningType, "EncodingWarning", "Base class for warnings about encodings.", nil},
	{&FutureWarningType, &WarningType, "FutureWarning", "Base class for warnings about constructs that will change semantically\nin the future.", nil},
	{&ImportWarningType, &WarningType, "ImportWarning", "Base class for warnings about probable mistakes in module imports", nil},
	{&PendingDeprecationWarningType, &WarningType, "PendingDeprecationWarning", "Base class for warnings about features which will be deprecated\nin the future.", nil},
	{&ResourceWarningType, &WarningType, "ResourceWarning", "Base class for warnings about resource usage.", nil},
	{&RuntimeWarningType, &WarningType, "RuntimeWarning", "Base class for warnings about dubious runtime behavior.", nil},
	{&SyntaxWarningType, &WarningType, "SyntaxWarning", "Base class for warnings about dubious syntax.", nil},
	{&UnicodeWarningType, &WarningType, "UnicodeWarning", "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.", nil},
	{&UserWarningType, &WarningType, "UserWarning", "Base class for warnings generated by user code.", nil},
}

// IncompleteInputErrorType is what the prompt's compiler raises for input that needs more lines.
var IncompleteInputErrorType Type

func init() {
	for i := range exceptionRows {
		r := &exceptionRows[i]
		spec := Spec{Name: r.name, Doc: r.doc, Base: r.base, Flags: FlagException}
		if l := r.custom; l != nil {
			spec.ExcFields, spec.Slots, spec.Methods, spec.Getset = l.fields, l.slots, l.methods, l.getset
			for _, f := range l.members {
				m := fieldMember(f, excFieldIndex(l.fields, f))
				if slices.Contains(l.sizes, f) {
					m = sizeMember(f, excFieldIndex(l.fields, f))
				}
				if r.t == &BaseExceptionGroupType {
					m.Set = nil
				}
				spec.Members = append(spec.Members, m)
			}
		}
		if r.t == &BaseExceptionType {
			spec.Alloc = exceptionAlloc
			spec.Members = append(spec.Members, suppressContextMember)
		}
		// Every exception class has __new__ and __init__ of its own, as CPython's have.
		if spec.Slots.New == nil {
			spec.Slots.New = r.base.own.New
		}
		if spec.Slots.Init == nil {
			spec.Slots.Init = r.base.own.Init
		}
		Define(r.t, spec)
		r.t.AttrsOff = exceptionAlloc.SubOff
	}
	defineExceptionGroup()
}

var exceptionAlloc = func() Alloc {
	var e Exception
	alloc := func(t *Type) Value { return newExceptionOf(t).V() }
	return Alloc{New: alloc, NewSub: alloc, AttrsOff: unsafe.Offsetof(e.Attrs), SubOff: unsafe.Offsetof(e.Attrs)}
}()

// newExceptionOf allocates an exception with room for the fields of its class.
func newExceptionOf(t *Type) *Exception {
	e := &Exception{Header: Header{&t.Root}, Args: emptyTuple}
	if n := len(t.excFields); n > 0 {
		e.Fields = make([]Value, n)
	}
	if t.NSlots > 0 {
		e.Slots = slotRoom(t)
	}
	return e
}

// initFields makes room for the fields of e's type.
func initFields(t *Type, e *Exception) {
	if n := len(t.excFields); n > 0 {
		e.Fields = make([]Value, n)
	}
	if t == &StopIterationType || t == &SystemExitType {
		setFirstArg(e)
	}
}

func excFieldIndex(fields []string, name string) int {
	for i, f := range fields {
		if f == name {
			return i
		}
	}
	panic("object: no exception field " + name)
}

// Field returns a field of the exception by its name (OSError "errno", SyntaxError "lineno"); the nil Value when the
// exception has no such field or it is unset.
func (e *Exception) Field(name string) Value {
	for i, f := range e.Shape.Type.excFields {
		if f == name {
			return e.Fields[i]
		}
	}
	return Value{}
}

// SetField sets a field by its name.
func (e *Exception) SetField(name string, v Value) {
	e.Fields[excFieldIndex(e.Shape.Type.excFields, name)] = v
}

func exc(v Value) *Exception { return (*Exception)(v.Ptr()) }

// fieldMember is the member that shows Fields[i].
func fieldMember(name string, i int) Member {
	return Member{Name: name, Doc: "exception " + name,
		Get: func(th *Thread, v Value) Value { return OrNone(exc(v).Fields[i]) },
		Set: func(th *Thread, v, x Value) bool { exc(v).Fields[i] = x; return true },
	}
}

// sizeMember is a member that CPython keeps as a Py_ssize_t: it takes ints alone and cannot be deleted.
func sizeMember(name string, i int) Member {
	m := fieldMember(name, i)
	m.Get = func(th *Thread, v Value) Value {
		if n := exc(v).Fields[i]; n.H != nil {
			return n
		}
		return Int(0)
	}
	m.Set = func(th *Thread, v, x Value) bool {
		if x.H == nil {
			th.TypeError("can't delete numeric/char attribute")
			return false
		}
		exc(v).Fields[i] = Int(-1) // what a value that does not fit leaves behind in CPython
		if !IsInt(x) {
			th.TypeError("an integer is required")
			return false
		}
		n, ok := th.AsSize(x)
		if ok {
			exc(v).Fields[i] = Int(int64(n))
		}
		return ok
	}
	return m
}
