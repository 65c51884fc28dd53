// The heap frames of generators and coroutines: how they lie in memory, where they come from and go back to.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// coroutine is a generator, coroutine or asynchronous generator with a body in Python. Its slots follow in memory.
type coroutine struct {
	object.Coroutine
	// awaiter is the coroutine whose await drives this one.
	awaiter *coroutine
	// inner is, while it is suspended and the outermost, the innermost suspended one (nil: itself), where a resume goes at
	// once whatever the depth. While it runs, it is the coroutine made by its last fused await, kept for the next one.
	inner *coroutine

	frame   Frame
	inherit *object.Header // the exception being handled where it was awaited
	at      *awaitCall     // where it is awaited, while a chain runs it
}

// Coroutines in their size classes: with the slots of these numbers they fill 192, 240, 352 and 480 bytes of Go's heap.
type (
	coroutine3 struct {
		coroutine
		in [3]Value
	}
	coroutine6 struct {
		coroutine
		in [6]Value
	}
	coroutine12 struct {
		coroutine
		in [12]Value
	}
	coroutine20 struct {
		coroutine
		in [20]Value
	}
	asyncGenerator6 struct {
		asyncGenerator
		in [6]Value
	}
)

// owner returns the coroutine f is the frame of.
func (f *Frame) owner() *coroutine {
	return (*coroutine)(unsafe.Add(unsafe.Pointer(f), -int(unsafe.Offsetof(coroutine{}.frame))))
}

func asCo(c *object.Coroutine) *coroutine { return (*coroutine)(unsafe.Pointer(c)) }

var kindTypes = [...]*object.Type{generatorCode: &object.GeneratorType, coroutineCode: &object.CoroutineType, asyncGeneratorCode: &object.AsyncGeneratorType}

// newCoroutine makes the object that calling fn returns; the caller binds the arguments.
func newCoroutine(th *Thread, fn *object.Function, c *Code) *coroutine {
	var co *coroutine
	switch n := c.slots; {
	case c.kind == asyncGeneratorCode:
		co = newAsyncGenerator(n)
	case n <= 3:
		x := &coroutine3{}
		co = &x.coroutine
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 6:
		x := &coroutine6{}
		co = &x.coroutine
		co.Flags.Kind = 1
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 12:
		x := &coroutine12{}
		co = &x.coroutine
		co.Flags.Kind = 2
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 20:
		x := &coroutine20{}
		co = &x.coroutine
		co.Flags.Kind = 3
		co.frame.base = unsafe.Pointer(&x.in[0])
	default:
		co = &coroutine{}
		co.Flags.Kind = noFreeList
		co.frame.base = unsafe.Pointer(unsafe.SliceData(make([]Value, n)))
	}
	co.Shape = &kindTypes[c.kind].Root
	f := &co.frame
	f.th, f.fn, f.cap, f.resumable = th, fn, c.slots, true
	f.pos = c.defPos
	return co
}

func newAsyncGenerator(slots int32) *coroutine {
	var g *asyncGenerator
	if slots <= 6 {
		x := &asyncGenerator6{}
		g = &x.asyncGenerator
		g.frame.base = unsafe.Pointer(&x.in[0])
	} else {
		g = &asyncGenerator{}
		g.frame.base = unsafe.Pointer(unsafe.SliceData(make([]Value, slots)))
	}
	g.Flags.Kind = noFreeList
	return &g.coroutine
}

const noFreeList = 255

// info returns the names and the origin of c.
func info(c *object.Coroutine) object.CoroutineInfo {
	if c.Info != nil {
		return *c.Info
	}
	fn := asCo(c).frame.fn
	return object.CoroutineInfo{Name: fn.Name, Qualname: fn.Qualname}
}

// sizeClass is the index into Thread.FreeFrames for frames with n slots; frames beyond the last class are not kept.
func sizeClass(n int32) uint8 {
	switch {
	case n <= 3:
		return 0
	case n <= 6:
		return 1
	case n <= 12:
		return 2
	case n <= 20:
		return 3
	}
	return noFreeList
}

// newFused makes the coroutine of an await whose operand is a call: nobody but the awaiting frame knows it, so it is
// taken from, and goes back to, a free list.
func newFused(th *Thread, fn *object.Function, c *Code) *coroutine {
	if c.class == noFreeList || th.FreeFrames[c.class] == nil {
		co := newCoroutine(th, fn, c)
		co.Flags.Fused = c.class != noFreeList
		return co
	}
	co := (*coroutine)(th.FreeFrames[c.class])
	th.FreeFrames[c.class] = unsafe.Pointer(co.awaiter)
	co.awaiter = nil
	co.frame.th, co.frame.fn, co.frame.cap, co.frame.pos = th, fn, c.slots, c.defPos
	return co
}

// release puts a finished coroutine that nobody has seen on the free list.
func (co *coroutine) release(th *Thread) {
	if co.inherit != nil {
		co.inherit = nil
	}
	co.frame.back = nil
	co.awaiter = (*coroutine)(th.FreeFrames[co.Flags.Kind])
	th.FreeFrames[co.Flags.Kind] = unsafe.Pointer(co)
}

// dropInner releases the coroutine kept for the next fused await of co, because co is suspended, perhaps for long, or ends.
func (co *coroutine) dropInner(th *Thread) {
	if b := co.inner; b != nil {
		co.inner = nil
		if b.Flags.Fused && b.State == object.CoClosed {
			b.release(th)
		}
	}
}

// awaiting is what a suspended frame awaits or delegates to, or the nil Value.
func (f *Frame) awaiting() Value {
	if at := f.code().awaits; at != 0 {
		return *f.at(at)
	}
	return Value{}
}

// awaitsOn returns what a suspended frame waits for: its subject of await or yield from, or the nil Value.
func (co *coroutine) awaitsOn() Value {
	if co.State != object.CoSuspended {
		return Value{}
	}
	v := co.frame.awaiting()
	if v.H != nil && v.H.Shape == &object.CoroutineType.Root {
		if c := (*object.Coroutine)(v.Ptr()); c.Step == nil {
			c.Flags.Fused = false // somebody sees it now
		}
	}
	return v
}
