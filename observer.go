// What event loops do, for embedding programs: the names that an Observer meets.
package pyasync

import (
	"pyasync/asyncrt"
	"pyasync/object"
)

type (
	// Observer is told what event loops do: see its methods. Options.Observer sets one.
	Observer = asyncrt.Observer
	// NoObserver does nothing; embed it to write some of an Observer's methods only.
	NoObserver = asyncrt.NoObserver
	// Task is an asyncio.Task; its methods may be called inside those of an Observer.
	Task = asyncrt.Task
	// Future is an asyncio.Future.
	Future = asyncrt.Future
	// Loop is an event loop.
	Loop = asyncrt.Loop
	// Callback is something a loop runs: a step of a task, or a handle.
	Callback = asyncrt.Callback
	// Thread is a Python thread; an Observer hands it on to functions that ask for it.
	Thread = object.Thread
	// Site is a place in a Python program.
	Site = object.Site
)
