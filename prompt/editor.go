// Package prompt is the interactive prompt: a loop that runs while lines are typed, top-level await, commands that
// look at tasks.
//
// Session (session.go) runs statements in an asyncrt.Console. A goroutine of its own collects lines into statements
// (input.go) from an Editor: on a terminal that is readline (terminal.go and the files it names), otherwise lines are
// read as they come (plain.go).
package prompt

import "errors"

// Editor reads lines from a person or a file. One goroutine uses it, but for Output, Interrupt and Close.
type Editor interface {
	// ReadLine shows a prompt and reads one line. The error is io.EOF, ErrInterrupted, or what reading failed with.
	ReadLine(r Request) (Line, error)
	// Ahead returns what of the next line has been typed already.
	Ahead() string
	// Output is offered what goes to standard output (1) or error (2) while a prompt may be shown. It reports whether
	// it took it.
	Output(fd int, p []byte) bool
	// Interrupt ends a ReadLine as Ctrl-C does. Any goroutine may call it.
	Interrupt()
	// Close gives the terminal back; a ReadLine that waits returns io.EOF.
	Close()
}

// Request says how a line is to be read.
type Request struct {
	Prompt string
	Indent string // what the line begins with
	Answer bool   // the line answers input(): no history, no completion
}

// Line is a line without its end.
type Line struct {
	Text string
	More bool // it was pasted, and more lines of the same paste follow
}

// ErrInterrupted is the error of a line that Ctrl-C ended.
var ErrInterrupted = errors.New("interrupted")
