// Parking: which threads wait for something that only another thread can give them. When all do, none will ever run
// again. All of it is guarded by the interpreter lock, except Outside.
package object

import "slices"

// parking is the interpreter's register of threads.
type parking struct {
	threads []*Thread // those besides the main one that have been started and have not ended
	parked  map[*Thread]parkedThread
}

// parkedThread says how a parked thread comes back.
type parkedThread struct {
	over func() bool // it has got what it waits for and is about to run
	look func()      // makes an event loop look around; nil for others
}

// ThreadStarted counts a Python thread that starts, as th; it must call ThreadEnded, too.
func (th *Thread) ThreadStarted() {
	th.counted = true
	p := &th.Interp.parking
	p.threads = append(p.threads, th)
}

// ThreadEnded ends what ThreadStarted began.
func (th *Thread) ThreadEnded() {
	th.counted = false
	p := &th.Interp.parking
	if i := slices.Index(p.threads, th); i >= 0 {
		p.threads = slices.Delete(p.threads, i, i+1)
	}
	p.lookAround(th)
}

// Threads lists the Python threads that live besides the main one, in the order in which they were started.
func (in *Interp) Threads() []*Thread { return in.parking.threads }

// Park registers that th waits without a time limit for what another thread must do; over reports whether that has
// been done. Unpark ends it.
func (th *Thread) Park(over func() bool) {
	p := &th.Interp.parking
	p.add(th, parkedThread{over: over})
	p.lookAround(th)
}

// ParkLoop is Park for an event loop that waits without anything to wait for; look makes it look around again.
func (th *Thread) ParkLoop(over func() bool, look func()) {
	th.Interp.parking.add(th, parkedThread{over, look})
}

// Unpark ends Park and ParkLoop.
func (th *Thread) Unpark() { delete(th.Interp.parking.parked, th) }

func (p *parking) add(th *Thread, x parkedThread) {
	if p.parked == nil {
		p.parked = map[*Thread]parkedThread{}
	}
	p.parked[th] = x
}

// lookAround makes the parked loops look whether anybody is left who could wake them, because th goes. Loops that
// park do not call it: they have looked, and two of them would wake each other for ever.
func (p *parking) lookAround(th *Thread) {
	for other, x := range p.parked {
		if other != th && x.look != nil {
			x.look()
		}
	}
}

// OthersParked reports whether every other thread is parked for good, and nobody outside has been announced.
func (th *Thread) OthersParked() bool {
	in := th.Interp
	if in.Outside.Load() > 0 {
		return false
	}
	waiting := 0
	for other, x := range in.parking.parked {
		if other == th {
			continue
		}
		if x.over() {
			return false
		}
		waiting++
	}
	if !th.counted && th != in.Main {
		return false // a goroutine of the host: what else it has is unknown
	}
	// Seen from the main thread the others are those counted; seen from one of these, one less and the main thread.
	return waiting >= len(in.parking.threads)
}
