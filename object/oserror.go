// OSError: the subclass that belongs to an errno, file names, text.
package object

import "syscall"

const (
	osErrno = iota
	osStrerror
	osFilename
	osFilename2
	osWritten // characters_written
)

var osErrorLayout = excLayout{
	fields:  []string{"errno", "strerror", "filename", "filename2", "characters_written"},
	members: []string{"errno", "strerror", "filename", "filename2"},
	slots:   Slots{New: osErrorNew, Init: osErrorInit, Str: osErrorStr},
	methods: []Method{{Name: "__reduce__", F0: osErrorReduce}},
	getset:  []Getset{{Name: "characters_written", Get: getWritten, Set: setWritten}},
}

// osErrorClasses are the subclasses by errno.
var osErrorClasses = map[syscall.Errno]*Type{
	syscall.EAGAIN: &BlockingIOErrorType, syscall.EALREADY: &BlockingIOErrorType, syscall.EINPROGRESS: &BlockingIOErrorType,
	syscall.EPIPE: &BrokenPipeErrorType, syscall.ESHUTDOWN: &BrokenPipeErrorType, syscall.ECHILD: &ChildProcessErrorType,
	syscall.ECONNABORTED: &ConnectionAbortedErrorType, syscall.ECONNREFUSED: &ConnectionRefusedErrorType,
	syscall.ECONNRESET: &ConnectionResetErrorType, syscall.EEXIST: &FileExistsErrorType, syscall.ENOENT: &FileNotFoundErrorType,
	syscall.EISDIR: &IsADirectoryErrorType, syscall.ENOTDIR: &NotADirectoryErrorType, syscall.EINTR: &InterruptedErrorType,
	syscall.EACCES: &PermissionErrorType, syscall.EPERM: &PermissionErrorType, syscall.ESRCH: &ProcessLookupErrorType,
	syscall.ETIMEDOUT: &TimeoutErrorType,
}

// osErrorUsesInit reports whether the arguments are for __init__: a subclass overrides it, but not __new__.
func osErrorUsesInit(th *Thread, t *Type) bool {
	if t.Flags&FlagHeap == 0 {
		return false
	}
	w, ok := asSlotWrapper(th.Lookup(t, strInit))
	if ok && w.Owner.IsSubtype(&OSErrorType) {
		return false
	}
	n, ok := asNewWrapper(th.Lookup(t, strNew))
	return ok && n.IsSubtype(&OSErrorType)
}

func osErrorNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if osErrorUsesInit(th, t) {
		return newExceptionOf(t).V()
	}
	if len(kw) > 0 {
		if t.Flags&FlagHeap == 0 {
			return th.TypeError("%s() takes no keyword arguments", t.Name)
		}
		args = args[:len(args)-len(kw)]
	}
	if n := len(args); t == &OSErrorType && n >= 2 && n <= 5 {
		if i, ok := AsInt64(args[0]); ok {
			if c := osErrorClasses[syscall.Errno(i)]; c != nil {
				t = c
			}
		}
	}
	e := newExceptionOf(t)
	e.setOSError(args)
	return e.V()
}

func osErrorInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	if !osErrorUsesInit(th, v.Type()) {
		return true
	}
	if len(kw) > 0 {
		th.TypeError("%s() takes no keyword arguments", v.Type().TPName())
		return false
	}
	exc(v).setOSError(args)
	return true
}

// setOSError interprets (errno, strerror[, filename[, winerror[, filename2]]]).
func (e *Exception) setOSError(args []Value) {
	e.Args = TupleCopy(args)
	if n := len(args); n < 2 || n > 5 {
		return
	}
	e.Fields[osErrno], e.Fields[osStrerror] = args[0], args[1]
	if len(args) < 3 || args[2].IsNone() {
		return
	}
	if e.Shape.Type.IsSubtype(&BlockingIOErrorType) && args[2].IsSmallInt() {
		e.Fields[osWritten] = args[2]
		return
	}
	e.Fields[osFilename] = args[2]
	if len(args) == 5 && !args[4].IsNone() {
		e.Fields[osFilename2] = args[4]
	}
	if len(args) >= 3 {
		e.Args = TupleCopy(args[:2])
	}
}

func osErrorStr(th *Thread, v Value) Value {
	e := exc(v)
	f := e.Fields
	if len(f) <= osFilename2 {
		return baseExceptionStr(th, v) // its __init__ never came to OSError's
	}
	if f[osFilename].H == nil && (f[osErrno].H == nil || f[osStrerror].H == nil) {
		return baseExceptionStr(th, v)
	}
	no, ok := th.Str(OrNone(f[osErrno]))
	if !ok {
		return Value{}
	}
	text, ok := th.Str(OrNone(f[osStrerror]))
	if !ok {
		return Value{}
	}
	s := "[Errno " + no + "] " + text
	if f[osFilename].H == nil {
		return StrValue(s)
	}
	name, ok := th.Repr(f[osFilename])
	if !ok {
		return Value{}
	}
	s += ": " + name
	if f[osFilename2].H != nil {
		if name, ok = th.Repr(f[osFilename2]); !ok {
			return Value{}
		}
		s += " -> " + name
	}
	return StrValue(s)
}

func osErrorReduce(th *Thread, v Value) Value {
	e := exc(v)
	args := e.Args.Items
	if len(args) == 2 && e.Fields[osFilename].H != nil {
		args = append(append([]Value(nil), args...), e.Fields[osFilename])
		if f2 := e.Fields[osFilename2]; f2.H != nil {
			args = append(args, None, f2)
		}
	}
	if d := e.ownDict(); d != nil {
		return TupleOf(v.Type().V(), TupleCopy(args).V(), d.V())
	}
	return TupleOf(v.Type().V(), TupleCopy(args).V())
}

func getWritten(th *Thread, v Value) Value {
	if w := exc(v).Fields[osWritten]; w.H != nil {
		return w
	}
	return th.AttributeError(v, NewStr("characters_written"), "characters_written")
}

func setWritten(th *Thread, v, x Value) bool {
	e := exc(v)
	if x.H == nil {
		if e.Fields[osWritten].H == nil {
			th.AttributeError(v, NewStr("characters_written"), "characters_written")
			return false
		}
		e.Fields[osWritten] = Value{}
		return true
	}
	n, ok := th.AsIndex(x, &ValueErrorType)
	if ok {
		e.Fields[osWritten] = Int(int64(n))
	}
	return ok
}

// OSError raises the subclass of OSError that belongs to errno, with the system's text; filename "" for none.
func (th *Thread) OSError(errno syscall.Errno, filename string) Value {
	var name Value
	if filename != "" {
		name = StrValue(filename)
	}
	return th.RaiseValue(NewOSError(errno, errnoText(errno), name).V())
}

// NewOSError makes the exception; filename may be the nil Value.
func NewOSError(errno syscall.Errno, text string, filename Value) *Exception {
	t := osErrorClasses[errno]
	if t == nil {
		t = &OSErrorType
	}
	e := newExceptionOf(t)
	e.setOSError([]Value{Int(int64(errno)), StrValue(text), OrNone(filename)})
	e.Args = TupleCopy(e.Args.Items[:2])
	return e
}

// errnoText is os.strerror(errno): the C library's texts begin with a capital, Go's do not.
func errnoText(errno syscall.Errno) string {
	s := errno.Error()
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		s = string(s[0]-32) + s[1:]
	}
	return s
}

var strFileno = NewStr("fileno")

// FileDescriptor converts an int, or an object with fileno(), to a file descriptor (PyObject_AsFileDescriptor).
func (th *Thread) FileDescriptor(v Value) (int, bool) {
	if !IsInt(v) {
		fileno, ok := th.LookupAttr(v, strFileno)
		if !ok {
			return 0, false
		}
		if fileno.H == nil {
			th.TypeError("argument must be an int, or have a fileno() method.")
			return 0, false
		}
		if v = th.CallArgs(fileno); v.H == nil {
			return 0, false
		}
		if !IsInt(v) {
			th.TypeError("fileno() returned a non-integer")
			return 0, false
		}
	}
	fd, ok := th.AsInt(v)
	if ok && fd < 0 {
		th.ValueError("file descriptor cannot be a negative integer (%d)", fd)
		return 0, false
	}
	return fd, ok
}
