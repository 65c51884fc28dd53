// Ctrl-C and Ctrl-\: SIGINT becomes KeyboardInterrupt in the main thread, SIGQUIT shows what the program is doing.
package main

import (
	"os"
	"os/signal"
	"syscall"

	py "pyasync"
)

// watchInterrupts passes SIGINT on to the interpreter and answers SIGQUIT, until stop is called.
func watchInterrupts(in *py.Interpreter) (stop func()) {
	ints, quits := make(chan os.Signal, 4), make(chan os.Signal, 1)
	signal.Notify(ints, syscall.SIGINT)
	signal.Notify(quits, syscall.SIGQUIT)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-ints:
				in.Interrupt()
			case <-done:
				return
			}
		}
	}()
	go func() {
		for {
			select {
			case <-quits:
				in.ShowTasks()
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(ints)
		signal.Stop(quits)
		close(done)
	}
}
