// Command pyasync runs Python programs.
package main

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

func main() {
	// Interpreted programs make many short-lived objects: a small heap collected often would cost more than memory saves.
	debug.SetGCPercent(800)
	if len(os.Args) > 1 && os.Args[1] == "ast" {
		os.Exit(dumpAST(os.Args[2:], os.Stdin, os.Stdout, os.Stderr))
	}
	code, interrupted := run(os.Args, os.Environ(), os.Stdin, os.Stdout, os.Stderr)
	if interrupted {
		signal.Reset(syscall.SIGINT)
		syscall.Kill(os.Getpid(), syscall.SIGINT)
		time.Sleep(time.Second) // the signal does nothing where we were started with it ignored
	}
	os.Exit(code)
}
