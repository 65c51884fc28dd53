// Where things were made: the places of tasks, futures, locks and queues in the program, for reports.
//
// A place costs two words and no allocation. Tasks and pending futures have no room of their own for it: it lies where
// their result will be.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// The kinds of futures, by what they belong to. Those from waitsLock on lie inside a struct of the loop's own.
const (
	plainFuture    uint8 = iota // result: the Site that made it
	waitsFutures                // of wait(); result: the *waiting
	waitsGroup                  // of the end of a TaskGroup; result: the *TaskGroup
	waitsShield                 // the outer future of shield(); result: the *shielding
	waitsLock                   // in a lockAcquire
	waitsEvent                  // in an eventWait or queueJoin
	waitsCondition              // in a condWait
	waitsSemaphore              // in a semAcquire
	waitsQueue                  // in a queueOp
	waitsSleep                  // in a sleep
	waitsRead                   // in a readOp
	waitsDrain                  // of a drain(); result: nothing
)

// noteSite remembers where a plain future was made.
func (f *Future) noteSite(th *Thread) {
	if h := th.Interp.Hooks.Site; h != nil {
		f.result = h(th).Value()
	}
}

// noteOrigin keeps the stack as _source_traceback of a future of the library's own, in debug mode.
func (f *Future) noteOrigin(th *Thread) {
	if l, ok := asLoop(valueOf(f.loop)); ok && l.debug {
		f.rare().source = extractVia(th, viaCreateFuture)
	}
}

// belongsTo says what the pending future v, made by this package, is for.
func belongsTo(v Value, kind uint8, owner *Header) {
	if f, exact := exactFuture(v); exact && f.state == pending {
		f.kind, f.result = kind, valueOf(owner)
	}
}

// site is where a pending plain future was made.
func (f *Future) site() object.Site {
	if f.kind != plainFuture || f.state != pending {
		return object.Site{}
	}
	s, _ := object.SiteOf(f.result)
	return s
}

// begun marks the coroutine of a new task as awaited and notes where the task was made.
func (t *Task) begun(th *Thread) {
	co, ok := object.AsCoroutine(valueOf(t.coro))
	if !ok {
		return
	}
	co.Awaited = true
	t.noteSite(th)
}

// Site is where the task was made, if that is known.
func (t *Task) Site() object.Site {
	return t.site()
}

// allocateBound is the New slot of locks, queues and the like: it notes the place.
func allocateBound(th *Thread, t *object.Type, args []Value, kw []*object.Str) Value {
	v := t.Allocate()
	if h := th.Interp.Hooks.Site; h != nil && v.H != nil {
		(*loopBound)(v.Ptr()).made = h(th)
	}
	return v
}

// ownerOf returns the struct of type T around the waiter whose future is f; offset is where the waiter lies in it.
func ownerOf[T any](f *Future, offset uintptr) *T {
	return (*T)(unsafe.Add(unsafe.Pointer(f), -int(offset)))
}
