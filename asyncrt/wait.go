// asyncio.wait, wait_for, shield and as_completed.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

var (
	coWait            = coroInfo("wait")
	coWaitFor         = coroInfo("wait_for")
	coWaitForOne      = coroInfo("_AsCompletedIterator._wait_for_one")
	firstCompleted    = object.StrValue("FIRST_COMPLETED")
	firstException    = object.StrValue("FIRST_EXCEPTION")
	allCompleted      = object.StrValue("ALL_COMPLETED")
	waiterReleaseName = "_release_waiter"
)

// waiting is the coroutine of wait().
type waiting struct {
	object.Coroutine
	fs, timeout, when Value // arguments
	futs              []Value
	counter           int
	mode              uint8
	waiter            Value
	timer             Value
	aw                awaiting
	started           bool
}

const (
	waitAll uint8 = iota
	waitFirst
	waitFirstException
)

func newWait(th *Thread, fs, timeout, when Value) Value {
	w := &waiting{fs: fs, timeout: timeout, when: when}
	return makeCoro(&w.Coroutine, coWait, stepWait)
}

func stepWait(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	w := (*waiting)(unsafe.Pointer(co))
	var r Value
	var st Status
	if !w.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		w.started = true
		if !w.begin(th) {
			return raised()
		}
		r, st = w.aw.start(th, w.waiter)
	} else {
		r, st = w.aw.resume(th, x, exc)
	}
	if st == statusSuspend {
		return r, st
	}
	pending := th.Exc
	if !w.finish(th) {
		return raised()
	}
	if st == statusRaise {
		return throwIn(th, pending)
	}
	return w.result(th)
}

// begin checks the arguments and registers with the futures.
func (w *waiting) begin(th *Thread) bool {
	is, ok := isFuture(th, w.fs)
	if !ok {
		return false
	}
	if is || isCoroutine(th, w.fs) {
		th.TypeError("expect a list of futures, not %s", w.fs.Type().Name)
		return false
	}
	full, ok := th.Truth(w.fs)
	if !ok {
		return false
	}
	if !full {
		th.ValueError("Set of Tasks/Futures is empty.")
		return false
	}
	if !w.setMode(th) {
		return false
	}
	if w.futs, ok = uniqueValues(th, w.fs); !ok {
		return false
	}
	if !w.refuseCoroutines(th) {
		return false
	}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return false
	}
	return w.register(th, loop)
}

func (w *waiting) setMode(th *Thread) bool {
	for mode, v := range [...]Value{allCompleted, firstCompleted, firstException} {
		eq, ok := th.Equal(w.when, v)
		if !ok {
			return false
		}
		if eq {
			w.mode = uint8(mode)
			return true
		}
	}
	if s, ok := th.Str(w.when); ok {
		th.ValueError("Invalid return_when value: %s", s)
	}
	return false
}

// uniqueValues lists what an iterable yields, each object once, in order.
func uniqueValues(th *Thread, v Value) ([]Value, bool) {
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	if v.IsExact(&object.SetType) || v.IsExact(&object.FrozenSetType) {
		return items, true
	}
	seen := make(map[*Header]bool, len(items))
	list := items[:0]
	for _, x := range items {
		if _, ok := th.Hash(x); !ok {
			return nil, false
		}
		if !seen[x.H] || x.N != 0 {
			seen[x.H] = true
			list = append(list, x)
		}
	}
	return list, true
}

func (w *waiting) register(th *Thread, loop Value) bool {
	if w.waiter = newLoopFuture(th, loop); w.waiter.H == nil {
		return false
	}
	if !w.timeout.IsNone() {
		release := object.NewBuiltin(releaseWaiter, None, "")
		if w.timer = th.CallMethod(loop, strCallLater, w.timeout, release, w.waiter); w.timer.H == nil {
			return false
		}
	}
	belongsTo(w.waiter, waitsFutures, &w.Header)
	w.counter = len(w.futs)
	for _, f := range w.futs {
		if !addDonePlain(th, f, waking(&w.Header, wakeWait)) {
			return false
		}
	}
	return true
}

// releaseWaiter is _release_waiter(waiter, *args).
var releaseWaiter = &object.Method{Name: waiterReleaseName, Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
	if len(a) < 1 {
		return th.TypeError("_release_waiter() missing 1 required positional argument: 'waiter'")
	}
	return nilOrNone(release(th, a[0]))
}}

// release sets a waiter's result unless it is done.
func release(th *Thread, fut Value) bool {
	done, ok := futureDone(th, fut)
	if done || !ok {
		return ok
	}
	return setFutureResult(th, fut, None).H != nil
}

// onDone is wait's _on_completion.
func (w *waiting) onDone(th *Thread, fut Value) bool {
	w.counter--
	wake := w.counter <= 0 || w.mode == waitFirst
	if !wake && w.mode == waitFirstException {
		cancelled, ok := futureCancelled(th, fut)
		if !ok {
			return false
		}
		if !cancelled {
			exc := futureException(th, fut)
			if exc.H == nil {
				return false
			}
			wake = !exc.IsNone()
		}
	}
	if !wake {
		return true
	}
	if w.timer.H != nil && th.CallMethod(w.timer, strCancel).H == nil {
		return false
	}
	return release(th, w.waiter)
}

// finish is the finally clause.
func (w *waiting) finish(th *Thread) bool {
	if w.timer.H != nil && th.CallMethod(w.timer, strCancel).H == nil {
		return false
	}
	for _, f := range w.futs {
		if !removeDone(th, f, waking(&w.Header, wakeWait)) {
			return false
		}
	}
	return true
}

func (w *waiting) result(th *Thread) (Value, Status) {
	var done, rest []Value
	for _, f := range w.futs {
		d, ok := futureDone(th, f)
		if !ok {
			return raised()
		}
		if d {
			done = append(done, f)
		} else {
			rest = append(rest, f)
		}
	}
	a, b := newSet(th, done), Value{}
	if a.H != nil {
		b = newSet(th, rest)
	}
	if a.H == nil || b.H == nil {
		return raised()
	}
	return object.TupleOf(a, b), statusReturn
}

// newSet makes a Python set.
func newSet(th *Thread, items []Value) Value {
	return th.CallArgs(object.SetType.V(), object.NewList(items).V())
}

// waitingFor is the coroutine of wait_for().
type waitingFor struct {
	object.Coroutine
	arg, timeout Value
	fut          Value
	waiter       Value
	release      Value
	tm           *Timeout
	aw           awaiting
	stage        uint8
}

func newWaitFor(th *Thread, arg, timeout Value) Value {
	w := &waitingFor{arg: arg, timeout: timeout}
	return makeCoro(&w.Coroutine, coWaitFor, stepWaitFor)
}

const (
	wfStart uint8 = iota
	wfAwait
	wfCancelling
)

func stepWaitFor(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	w := (*waitingFor)(unsafe.Pointer(co))
	var r Value
	var st Status
	switch w.stage {
	case wfStart:
		if exc.H != nil {
			return throwIn(th, exc)
		}
		if !w.timeout.IsNone() {
			now, ok := th.CompareBool(w.timeout, object.Int(0), object.CmpLE)
			if !ok {
				return raised()
			}
			if now {
				return w.atOnce(th)
			}
		}
		tm := newTimeoutIn(th, w.timeout)
		if tm == nil || !tm.enter(th) {
			return raised()
		}
		w.tm, w.stage = tm, wfAwait
		r, st = w.aw.start(th, w.arg)
	case wfAwait:
		r, st = w.aw.resume(th, x, exc)
	default:
		r, st = w.aw.resume(th, x, exc)
		if st == statusSuspend {
			return r, st
		}
		return w.afterCancel(th, st)
	}
	if st == statusSuspend {
		return r, st
	}
	if st == statusRaise {
		e := th.TakeExc()
		if !w.tm.exit(th, e) {
			return raised()
		}
		return throwIn(th, e)
	}
	if !w.tm.exit(th, Value{}) {
		return raised()
	}
	return r, statusReturn
}

// atOnce is wait_for with a timeout that is over already.
func (w *waitingFor) atOnce(th *Thread) (Value, Status) {
	if w.fut = ensureFuture(th, w.arg, Value{}); w.fut.H == nil {
		return raised()
	}
	done, ok := futureDone(th, w.fut)
	if !ok {
		return raised()
	}
	if done {
		if r := futureResult(th, w.fut); r.H != nil {
			return r, statusReturn
		}
		return raised()
	}
	loop := needRunningLoop(th)
	if loop.H == nil {
		return raised()
	}
	if w.waiter = newLoopFuture(th, loop); w.waiter.H == nil {
		return raised()
	}
	if !addDonePlain(th, w.fut, waking(&w.Header, wakeRelease)) {
		return raised()
	}
	w.stage = wfCancelling
	if _, ok := cancelFuture(th, w.fut, Value{}); !ok {
		return raised()
	}
	r, st := w.aw.start(th, w.waiter)
	if st == statusSuspend {
		return r, st
	}
	return w.afterCancel(th, st)
}

func (w *waitingFor) afterCancel(th *Thread, st Status) (Value, Status) {
	exc := th.Exc
	if !removeDone(th, w.fut, waking(&w.Header, wakeRelease)) {
		return raised()
	}
	if st == statusRaise {
		return throwIn(th, exc)
	}
	r := futureResult(th, w.fut)
	if r.H != nil {
		return r, statusReturn
	}
	if th.Pending(&CancelledErrorType) {
		raiseTimeoutFrom(th, th.TakeExc())
	}
	return raised()
}

// raiseTimeoutFrom is `raise TimeoutError from exc`.
func raiseTimeoutFrom(th *Thread, exc Value) {
	e := object.NewException(&object.TimeoutErrorType)
	e.Cause, e.Context, e.SuppressContext = exc, exc, true
	th.Exc = e.V()
}

// shielding connects the inner and the outer future of shield().
type shielding struct {
	Header
	inner, outer Value
}

var shieldingType object.Type

func shield(th *Thread, arg Value) Value {
	inner := ensureFuture(th, arg, Value{})
	if inner.H == nil {
		return inner
	}
	done, ok := futureDone(th, inner)
	if !ok {
		return Value{}
	}
	if done {
		return inner
	}
	loop := futureLoop(th, inner)
	if loop.H == nil {
		return loop
	}
	outer := newLoopFuture(th, loop)
	if outer.H == nil {
		return outer
	}
	s := &shielding{Header{Shape: &shieldingType.Root}, inner, outer}
	belongsTo(outer, waitsShield, &s.Header)
	if !addDonePlain(th, inner, waking(&s.Header, wakeShieldIn)) || !addDonePlain(th, outer, waking(&s.Header, wakeShieldOut)) {
		return Value{}
	}
	return outer
}

// innerDone passes the outcome on.
func (s *shielding) innerDone(th *Thread, inner Value) bool {
	outerCancelled, ok := futureCancelled(th, s.outer)
	if !ok {
		return false
	}
	cancelled, ok := futureCancelled(th, inner)
	if !ok {
		return false
	}
	if outerCancelled {
		if !cancelled {
			return futureException(th, inner).H != nil
		}
		return true
	}
	if cancelled {
		_, ok := cancelFuture(th, s.outer, Value{})
		return ok
	}
	exc := futureException(th, inner)
	if exc.H == nil {
		return false
	}
	if exc.IsNone() {
		r := futureResult(th, inner)
		return r.H != nil && setFutureResult(th, s.outer, r).H != nil
	}
	return setFutureException(th, s.outer, exc)
}

func setFutureException(th *Thread, fut, exc Value) bool {
	if f, exact := exactFuture(fut); exact {
		return f.setException(th, exc)
	}
	return th.CallMethod(fut, strSetException, exc).H != nil
}

func init() {
	object.Define(&shieldingType, object.Spec{Name: "asyncio.tasks.shield", Flags: object.FlagNoNew | object.FlagFinal})
	defineWaker(wakeWait, "_wait.<locals>._on_completion() at asyncio/tasks.py:521", "_wait.<locals>._on_completion", func(th *Thread, owner *Header, fut Value) bool {
		return (*waiting)(unsafe.Pointer(owner)).onDone(th, fut)
	})
	defineWaker(wakeRelease, "_release_waiter() at asyncio/tasks.py:454", "_release_waiter", func(th *Thread, owner *Header, fut Value) bool {
		return release(th, (*waitingFor)(unsafe.Pointer(owner)).waiter)
	})
	defineWaker(wakeShieldIn, "shield.<locals>._inner_done_callback() at asyncio/tasks.py:958", "shield.<locals>._inner_done_callback", func(th *Thread, owner *Header, fut Value) bool {
		return (*shielding)(unsafe.Pointer(owner)).innerDone(th, fut)
	})
	defineWaker(wakeShieldOut, "shield.<locals>._outer_done_callback() at asyncio/tasks.py:975", "shield.<locals>._outer_done_callback", func(th *Thread, owner *Header, fut Value) bool {
		s := (*shielding)(unsafe.Pointer(owner))
		done, ok := futureDone(th, s.inner)
		if !ok || done {
			return ok
		}
		return removeDone(th, s.inner, waking(owner, wakeShieldIn))
	})
}
