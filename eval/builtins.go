// The builtins module: its table of functions, types and constants.
package eval

import "pyasync/object"

// NewBuiltins makes the builtins module of an interpreter. open is added by the io module.
func NewBuiltins(th *object.Thread) *object.Module {
	m := object.NewModule("builtins")
	m.Set("__doc__", object.StrValue(builtinsDoc))
	m.AddFuncs(builtinFuncs)
	for i := range builtinFuncs {
		f := m.Dict.GetName(builtinFuncs[i].Name)
		(*object.Builtin)(f.Ptr()).Self = m.V()
	}
	m.AddTypes(builtinTypes...)
	m.AddTypes(builtinExceptions...)
	m.Set("EnvironmentError", object.OSErrorType.V())
	m.Set("IOError", object.OSErrorType.V())
	m.Set("None", object.None)
	m.Set("True", object.True)
	m.Set("False", object.False)
	m.Set("NotImplemented", object.NotImplemented)
	m.Set("Ellipsis", object.Ellipsis)
	m.Set("__debug__", object.True)
	addSiteBuiltins(m)
	return m
}

const builtinsDoc = "Built-in functions, types, exceptions, and other objects."

// builtinFuncs are the functions, in alphabetical order. Rows with Raw parse their arguments themselves: their
// error texts are not those of Argument Clinic, or they are too hot for binding.
var builtinFuncs []object.Method

func init() {
	builtinFuncs = []object.Method{
		{Name: "__build_class__", Raw: buildClassFunction},
		{Name: "__import__", Sig: "name, globals=None, locals=None, fromlist=(), level=0", F: builtinImport},
		{Name: "abs", Sig: "x, /", F1: builtinAbs, Doc: "Return the absolute Value of the argument."},
		{Name: "aiter", Sig: "async_iterable, /", F1: builtinAIter, Doc: "Return an AsyncIterator for an AsyncIterable object."},
		{Name: "all", Sig: "iterable, /", F1: builtinAll, Doc: "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."},
		{Name: "anext", Sig: "async_iterator, default=<unrepresentable>, /", Raw: builtinANext, Doc: "Return the next item from the async iterator."},
		{Name: "any", Sig: "iterable, /", F1: builtinAny, Doc: "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."},
		{Name: "ascii", Sig: "obj, /", F1: builtinASCII, Doc: "Return an ASCII-only representation of an object."},
		{Name: "bin", Sig: "number, /", F1: builtinBin, Doc: "Return the binary representation of an integer."},
		{Name: "breakpoint", Sig: "*args, **kws", Raw: builtinBreakpoint, Doc: "Call sys.breakpointhook(*args, **kws)."},
		{Name: "callable", Sig: "obj, /", F1: builtinCallable, Doc: "Return whether the object is callable (i.e., some kind of function)."},
		{Name: "chr", Sig: "i, /", F1: builtinChr, Doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
		{Name: "compile", Sig: "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", F: builtinCompile, Doc: "Compile source into a code object that can be executed by exec() or eval()."},
		{Name: "delattr", Sig: "obj, name, /", F2: builtinDelAttr, Doc: "Deletes the named attribute from the given object."},
		{Name: "dir", Raw: builtinDir, Doc: "Show attributes of an object."},
		{Name: "divmod", Sig: "x, y, /", F2: builtinDivMod, Doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
		{Name: "eval", Sig: "source, /, globals=None, locals=None", F: builtinEval, Doc: "Evaluate the given source in the context of globals and locals."},
		{Name: "exec", Sig: "source, /, globals=None, locals=None, *, closure=None", F: builtinExec, Doc: "Execute the given source in the context of globals and locals."},
		{Name: "format", Sig: "Value, format_spec='', /", Raw: builtinFormat, Doc: "Return type(Value).__format__(Value, format_spec)."},
		{Name: "getattr", Raw: builtinGetAttr, Doc: "Get a named attribute from an object."},
		{Name: "globals", Sig: "", F0: builtinGlobals, Doc: "Return the dictionary containing the current scope's global variables."},
		{Name: "hasattr", Sig: "obj, name, /", F2: builtinHasAttr, Doc: "Return whether the object has an attribute with the given name."},
		{Name: "hash", Sig: "obj, /", F1: builtinHash, Doc: "Return the hash Value for the given object."},
		{Name: "hex", Sig: "number, /", F1: builtinHex, Doc: "Return the hexadecimal representation of an integer."},
		{Name: "id", Sig: "obj, /", F1: builtinID, Doc: "Return the identity of an object."},
		{Name: "input", Sig: "prompt='', /", Raw: builtinInput, Doc: "Read a string from standard input.  The trailing newline is stripped."},
		{Name: "isinstance", Sig: "obj, class_or_tuple, /", F2: builtinIsInstance, Doc: "Return whether an object is an instance of a class or of a subclass thereof."},
		{Name: "issubclass", Sig: "cls, class_or_tuple, /", F2: builtinIsSubclass, Doc: "Return whether 'cls' is derived from another class or is the same class."},
		{Name: "iter", Raw: builtinIter, Doc: "Get an iterator from an object."},
		{Name: "len", Sig: "obj, /", F1: builtinLen, Doc: "Return the number of items in a container."},
		{Name: "locals", Sig: "", F0: builtinLocals, Doc: "Return a dictionary containing the current scope's local variables."},
		{Name: "max", Raw: builtinMax, Doc: "With a single iterable argument, return its biggest item."},
		{Name: "min", Raw: builtinMin, Doc: "With a single iterable argument, return its smallest item."},
		{Name: "next", Raw: builtinNext, Doc: "Return the next item from the iterator."},
		{Name: "oct", Sig: "number, /", F1: builtinOct, Doc: "Return the octal representation of an integer."},
		{Name: "ord", Sig: "c, /", F1: builtinOrd, Doc: "Return the Unicode code point for a one-character string."},
		{Name: "pow", Sig: "base, exp, mod=None", F: builtinPow, Doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
		{Name: "print", Sig: "*args, sep=' ', end='\\n', file=None, flush=False", Raw: builtinPrint, Doc: "Prints the values to a stream, or to sys.stdout by default."},
		{Name: "repr", Sig: "obj, /", F1: builtinRepr, Doc: "Return the canonical string representation of the object."},
		{Name: "round", Sig: "number, ndigits=None", F: builtinRound, Doc: "Round a number to a given precision in decimal digits."},
		{Name: "setattr", Sig: "obj, name, value, /", F: builtinSetAttr, Doc: "Sets the named attribute on the given object to the specified value."},
		{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", Raw: builtinSorted, Doc: "Return a new list containing all items from the iterable in ascending order."},
		{Name: "sum", Sig: "iterable, /, start=0", Raw: builtinSum, Doc: "Return the sum of a 'start' Value (default: 0) plus an iterable of numbers"},
		{Name: "vars", Raw: builtinVars, Doc: "Show vars."},
	}
}

var builtinTypes = []*object.Type{
	&object.ObjectType, &object.TypeType, &object.IntType, &object.BoolType, &object.FloatType, &object.ComplexType, &object.StrType,
	&object.BytesType, &object.ByteArrayType, &object.MemoryViewType, &object.TupleType, &object.ListType, &object.DictType,
	&object.SetType, &object.FrozenSetType, &object.RangeType, &object.SliceType, &object.StaticMethodType, &object.ClassMethodType,
	&object.PropertyType, &object.SuperType, &object.EnumerateType, &object.ReversedType, &object.MapType, &object.FilterType, &object.ZipType,
}

var builtinExceptions = []*object.Type{
	&object.BaseExceptionType, &object.ExceptionType, &object.BaseExceptionGroupType, &object.ExceptionGroupType,
	&object.GeneratorExitType, &object.KeyboardInterruptType, &object.SystemExitType, &object.ArithmeticErrorType,
	&object.FloatingPointErrorType, &object.OverflowErrorType, &object.ZeroDivisionErrorType, &object.AssertionErrorType,
	&object.AttributeErrorType, &object.BufferErrorType, &object.EOFErrorType, &object.ImportErrorType,
	&object.ModuleNotFoundErrorType, &object.LookupErrorType, &object.IndexErrorType, &object.KeyErrorType,
	&object.MemoryErrorType, &object.NameErrorType, &object.UnboundLocalErrorType, &object.OSErrorType,
	&object.BlockingIOErrorType, &object.ChildProcessErrorType, &object.ConnectionErrorType, &object.BrokenPipeErrorType,
	&object.ConnectionAbortedErrorType, &object.ConnectionRefusedErrorType, &object.ConnectionResetErrorType,
	&object.FileExistsErrorType, &object.FileNotFoundErrorType, &object.InterruptedErrorType, &object.IsADirectoryErrorType,
	&object.NotADirectoryErrorType, &object.PermissionErrorType, &object.ProcessLookupErrorType, &object.TimeoutErrorType,
	&object.ReferenceErrorType, &object.RuntimeErrorType, &object.NotImplementedErrorType, &object.RecursionErrorType,
	&object.PythonFinalizationErrorType, &object.StopIterationType, &object.StopAsyncIterationType, &object.SyntaxErrorType,
	&object.IncompleteInputErrorType, &object.IndentationErrorType, &object.TabErrorType, &object.SystemErrorType, &object.TypeErrorType, &object.ValueErrorType,
	&object.UnicodeErrorType, &object.UnicodeDecodeErrorType, &object.UnicodeEncodeErrorType, &object.UnicodeTranslateErrorType,
	&object.WarningType, &object.BytesWarningType, &object.DeprecationWarningType, &object.EncodingWarningType,
	&object.FutureWarningType, &object.ImportWarningType, &object.PendingDeprecationWarningType, &object.ResourceWarningType,
	&object.RuntimeWarningType, &object.SyntaxWarningType, &object.UnicodeWarningType, &object.UserWarningType,
}
