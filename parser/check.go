// The checks of CPython's symbol table and compiler: errors in a program that parses.

package parser

// check returns the first such error.
func check(r *Result, opt Options) *SyntaxError { return nil }
