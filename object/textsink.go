// TextSink, the way for print to write to a text stream implemented in Go without a method call per piece.
package object

// TextSink is a text stream that takes text directly. The io module's TextIOWrapper is one while nothing about it
// (a subclass, another error handler) asks for the general way.
type TextSink interface {
	// WriteText appends s; false means an exception is pending.
	WriteText(th *Thread, s string) bool
	// WriteInt appends the decimal form of i.
	WriteInt(th *Thread, i int64) bool
	// Flush writes out what is pending.
	Flush(th *Thread) bool
}
