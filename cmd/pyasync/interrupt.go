// Ctrl-C: SIGINT becomes KeyboardInterrupt in the main thread.
package main

import (
	"os"
	"os/signal"
	"syscall"

	py "pyasync"
)

// watchInterrupts passes SIGINT on to the interpreter until stop is called.
func watchInterrupts(in *py.Interpreter) (stop func()) {
	ch := make(chan os.Signal, 4)
	signal.Notify(ch, syscall.SIGINT)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-ch:
				in.Interrupt()
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(ch)
		close(done)
	}
}
