// Input typed at a prompt: is it complete?

package parser

import (
	"errors"
	"strings"
)

// ParseCommand parses what was typed at a prompt so far, as codeop.compile_command does. It returns neither a
// result nor an error when the input may go on: it ends within a bracket, a string or a block, or a compound
// statement lacks the blank line that ends it.
func ParseCommand(src string, opt Options) (*Result, error) {
	if opt.Mode != Eval && onlyBlank(src) {
		src = "pass"
	}
	open := opt
	open.keepOpen = true
	if r, err := ParseString(src, open); err == nil {
		return r, nil
	}
	_, err := ParseString(src+"\n", open)
	var e *SyntaxError
	if err == nil || errors.As(err, &e) && e.Incomplete && e.IsSyntaxError() {
		return nil, nil
	}
	return ParseString(src, opt)
}

// onlyBlank tells whether there is nothing but space and comments.
func onlyBlank(src string) bool {
	for line := range strings.SplitSeq(src, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}
