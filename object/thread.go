// Thread, the state of one Python thread, and Interp, what its threads share.
package object

import (
	"math/big"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"unsafe"
	"weak"
)

// Interp is one interpreter. Several may live in a process and share nothing but immutable builtin types.
type Interp struct {
	Modules  *Dict   // sys.modules
	Builtins *Module // the builtins module
	Sys      *Module

	// Hooks set by the packages above; nil where not linked in.
	Hooks Hooks

	// RecursionLimit is that of sys.setrecursionlimit, the same for all threads; DepthLimit is what is enforced.
	RecursionLimit, DepthLimit int
	// IntMaxStrDigits is the limit of sys.set_int_max_str_digits; 0: none.
	IntMaxStrDigits int

	methodCache [methodCacheSize]methodCacheEntry
	superCache  [superCacheSize]superCacheEntry
	builtinSubs map[*Type][]weak.Pointer[Type] // __subclasses__ of builtin types

	// gil is held by whoever runs Python code.
	gil sync.Mutex
	// Interrupt is non-zero when some thread should look up from its work: a signal arrived, another thread waits
	// for the lock, an asynchronous exception was set. Loops and calls poll it.
	Interrupt atomic.Uint32
	wakers    wakers

	deferred deferredQueue
	interned map[string]Value
	parking  parking

	// Main is the thread that the program began in.
	Main *Thread
	// Outside counts those outside of the interpreter (a front end, a goroutine of the host) who may still call into it
	// while its threads wait: as long as there are some, waiting for ever is no deadlock.
	Outside atomic.Int32
	// NoDeadlockCheck lets event loops wait for ever.
	NoDeadlockCheck bool
	// Fatal is an exception to be raised in the main thread, announced by InterruptFatal.
	Fatal Value

	// Signals is the evaluator's state of signals. Unlike ext it may be read without the lock.
	Signals any

	// Ext holds the state of packages above by key (a package's private type).
	ext map[any]any
}

// InternedStrs are the strings that sys.intern and the compiler share, by contents.
func (in *Interp) InternedStrs() map[string]Value {
	if in.interned == nil {
		in.interned = map[string]Value{}
	}
	return in.interned
}

// Hooks are the services the packages above object provide to it.
type Hooks struct {
	// Import imports a module by absolute name and returns it (the last component).
	Import func(th *Thread, name string) Value
	// Warn issues a warning of category with the message, attributed stacklevel frames up; false when it raised.
	Warn func(th *Thread, category *Type, message string, stacklevel int) bool
	// CurrentFrame returns the frame object of the Python function depth levels up, or the nil Value.
	CurrentFrame func(th *Thread, depth int) Value
	// Site returns the place in the program that runs in the thread: of the innermost frame outside the library.
	Site func(th *Thread) Site
	// Stack lists the active frames of a thread, outermost first.
	Stack func(th *Thread) []Activation
	// Suspended lists the frames of a suspended coroutine and of what it awaits, outermost first; subject is what the
	// innermost waits for, or the nil Value.
	Suspended func(co Value) (frames []Activation, subject Value)
	// Awaits returns what a coroutine written in Go awaits, or the nil Value.
	Awaits func(co Value) Value
	// SuperArgs finds what super() without arguments means in the calling frame: the class in its __class__ cell and
	// its first argument; false when it raised.
	SuperArgs func(th *Thread) (class, self Value, ok bool)
	// WeakrefOf returns __weakref__ of an object.
	WeakrefOf func(th *Thread, v Value) Value
	// WarnExplicit issues a warning at a line of a file; false when it raised.
	WarnExplicit func(th *Thread, category *Type, message, filename string, line int) bool
	// CoroutineCreated, when set, sees every coroutine object that a call made; NeverAwaited is told of one whose
	// last reference was just dropped unawaited.
	CoroutineCreated, NeverAwaited func(th *Thread, co *Coroutine)
	// CallSite tells one running call from every other: the frame and the place of the call it is at.
	CallSite func(th *Thread) (frame unsafe.Pointer, pos Pos)
	// ReportUnawaited warns of coroutines that were never started and that nobody can start any more: an event loop closes,
	// or the program ends (last).
	ReportUnawaited func(th *Thread, last bool)
	// Poll handles what Interrupt announced; false when it raised.
	Poll func(th *Thread) bool
	// Interrupted, when set, is asked what Ctrl-C does in the main thread: true when it has been seen to, false to
	// raise KeyboardInterrupt.
	Interrupted func(th *Thread) bool
	// Unwind ends the calls that a bug of the interpreter cut off, those made from frame, and adds their frames to the
	// traceback of the pending exception.
	Unwind func(th *Thread, frame unsafe.Pointer, calls int)
	// Input, when set, is what input() does while sys.stdin and sys.stdout are what they were at the start: it returns
	// the line without its end.
	Input func(th *Thread, prompt string) Value
	// Output, when set, is offered what is written to standard output and error (file descriptors 1 and 2); true: it
	// took it.
	Output func(fd int, p []byte) bool
	// TextSink returns the stream behind a file object that print may write to directly, or nil.
	TextSink func(v Value) TextSink
	// ModuleAttrError raises the AttributeError for a name that a module lacks.
	ModuleAttrError func(th *Thread, m *Module, name *Str) Value
	// Collecting, when set, runs before gc.collect() and returns what is to run when the collector is through.
	Collecting func(th *Thread) (after func())
	// Collected, when set, runs after gc.collect(): reports that wait for objects to become unreachable are due.
	Collected func(th *Thread)
	// SignalsExpected reports whether a signal may still change something: the program has set handlers for some, other
	// than those for which own holds, or a timer of SIGALRM runs.
	SignalsExpected func(own func(handler Value) bool) bool
	// Unraisable reports an exception that cannot be raised (sys.unraisablehook); the exception is exc.
	Unraisable func(th *Thread, exc, object Value, message string)
}

// NewInterp makes an interpreter without modules.
func NewInterp() *Interp {
	return &Interp{Modules: NewDict(), RecursionLimit: 1000, DepthLimit: 1000, IntMaxStrDigits: DefaultIntMaxStrDigits, ext: map[any]any{}, builtinSubs: map[*Type][]weak.Pointer[Type]{}}
}

// Ext returns the state stored under key by SetExt, or nil.
func (in *Interp) Ext(key any) any { return in.ext[key] }

// SetExt stores package state under key; the caller holds the interpreter lock.
func (in *Interp) SetExt(key, state any) { in.ext[key] = state }

// Thread is the state of one Python thread. It is used by one goroutine at a time, which holds the interpreter lock
// while it runs Python code.
type Thread struct {
	Interp *Interp
	// Exc is the pending exception while a nil Value travels up; otherwise it is stale.
	Exc Value
	// Handled is the exception being handled (sys.exception()), or the nil Value.
	Handled Value
	// Reraised is the exception that the running frame raised again although its traceback does not name the frame:
	// as CPython's RERAISE does, it leaves without an entry for it.
	Reraised *Header
	// Depth is the number of active Python calls; goDepth that of nested protocol calls (CPython's C recursion).
	Depth, goDepth int
	// Frame is the innermost active frame of the evaluator (an *eval.Frame).
	Frame unsafe.Pointer
	// Context is the current contextvars.Context (stdlib/contextvars), the nil Value before first use.
	Context Value
	// Async is the event loop's state of this thread: an *asyncrt.threadState, nil before first use.
	Async any
	// FirstIter and Finalizer are the hooks of sys.set_asyncgen_hooks; nil Values: none.
	FirstIter, Finalizer Value
	// OriginDepth is sys.set_coroutine_origin_tracking_depth.
	OriginDepth int
	// Ident is threading.get_ident().
	Ident int64

	// The transfer registers between a suspended frame and who resumes it. Leaf is the frame that suspended and
	// Yielded what it yielded; Sent is the value (or, with Inject, Exc the exception) the resumed frame receives;
	// Delivered says that it is the outcome of what the frame awaits, not something to be passed on to it.
	Leaf    unsafe.Pointer
	Yielded Value
	Sent    Value
	Inject  bool
	// Thrown says that an injected exception comes from throw(), close() or a cancellation, not from what the frame
	// awaits; ThrownOver is what was being handled around the frame then.
	Thrown     bool
	ThrownOver Value
	Delivered  bool

	// FreeFrames are finished coroutines that nobody has seen, for reuse (the evaluator's, by size).
	FreeFrames [4]unsafe.Pointer

	counted bool    // see ThreadStarted
	stack   []Value // argument windows
	reprs   []*Header
	scratch []byte  // see str_build.go
	unused  big.Int // takes the half of a division that nobody asked for, in memory that is used again
	slice   Slice   // see PassingSlice
	ext     map[any]any
}

// NewThread makes a thread of in.
func NewThread(in *Interp) *Thread {
	return &Thread{Interp: in, stack: make([]Value, 0, 256), Ident: rand.Int64() >> 16}
}

// Ext returns thread state stored under key, or nil.
func (th *Thread) Ext(key any) any { return th.ext[key] }

// SetExt stores thread state under key.
func (th *Thread) SetExt(key, state any) {
	if th.ext == nil {
		th.ext = map[any]any{}
	}
	th.ext[key] = state
}

// Blocking runs f, which blocks and touches no Python value, without the interpreter lock.
func (th *Thread) Blocking(f func()) {
	th.Unlock()
	defer th.Lock()
	f()
}

// Window reserves n argument slots on the thread's value stack; Release gives them back (in reverse order).
// A window stays valid when the stack grows: growth starts a new chunk and leaves old windows where they are.
func (th *Thread) Window(n int) []Value {
	l := len(th.stack)
	if l+n > cap(th.stack) {
		th.growStack(n)
		l = len(th.stack)
	}
	th.stack = th.stack[:l+n]
	return th.stack[l : l+n : l+n]
}

//go:noinline
func (th *Thread) growStack(n int) {
	l := len(th.stack)
	s := make([]Value, l, max(2*cap(th.stack), l+n+64))
	th.stack = s // old windows keep the old chunk alive
}

// Release returns a window to the stack and drops its references.
func (th *Thread) Release(w []Value) {
	clear(w)
	th.stack = th.stack[:len(th.stack)-len(w)]
}

// MaxPythonDepth bounds the nesting of Python calls whatever sys.setrecursionlimit says: the Go stack is large, not
// endless. maxGoDepth bounds the nesting of protocol functions that call each other without a Python frame between.
const (
	MaxPythonDepth = 150_000
	maxGoDepth     = 10_000
)

// Enter counts one more nested protocol call; false: RecursionError is pending. Leave undoes it.
func (th *Thread) Enter() bool { return th.EnterFor("") }

// EnterFor is Enter with what is being done, for the error text: " in comparison".
func (th *Thread) EnterFor(where string) bool {
	th.goDepth++
	if th.goDepth > maxGoDepth {
		th.goDepth--
		th.Raise(&RecursionErrorType, "maximum recursion depth exceeded"+where)
		return false
	}
	return true
}

// Leave ends what Enter began.
func (th *Thread) Leave() { th.goDepth-- }

// EnterRepr guards recursive reprs: it reports false when v is being printed already (then print "[...]").
func (th *Thread) EnterRepr(v Value) bool {
	for _, h := range th.reprs {
		if h == v.H {
			return false
		}
	}
	th.reprs = append(th.reprs, v.H)
	return true
}

// LeaveRepr ends what EnterRepr began.
func (th *Thread) LeaveRepr() {
	n := len(th.reprs) - 1
	th.reprs[n] = nil // or it would keep the object alive
	th.reprs = th.reprs[:n]
}

func ptrHash(t *Type) uint64 { return uint64(uintptr(unsafe.Pointer(t))) >> 6 }
