// From lines to statements: when is what was typed complete, and how deep is the next line indented?
package prompt

import (
	"strings"

	"pyasync/lookup"
	"pyasync/parser"
)

// inputKind is what the reader has read.
type inputKind uint8

const (
	statements inputKind = iota
	command              // a line that begins with a colon
	interrupt            // Ctrl-C
	ending               // Ctrl-D, the end of the input
)

// input is what was typed between two prompts of the first kind.
type input struct {
	kind inputKind
	text string
}

// prompts are what stands before the lines.
type prompts struct{ first, next string }

// readInput reads lines until they make a statement, or several.
func readInput(ed Editor, p prompts, mode parser.Mode) input {
	var lines []string
	for {
		r := Request{Prompt: p.first}
		if len(lines) > 0 {
			r.Prompt = p.next
			if ed.Ahead() == "" {
				r.Indent = lookup.Indent(lines[len(lines)-1])
			}
		}
		line, err := ed.ReadLine(r)
		switch {
		case err == ErrInterrupted:
			return input{kind: interrupt}
		case err != nil:
			return input{kind: ending}
		}
		text := line.Text
		if strings.TrimSpace(text) == "" {
			text = ""
		}
		if len(lines) == 0 && !line.More {
			if text == "" {
				return input{}
			}
			if strings.HasPrefix(text, ":") {
				return input{command, strings.TrimSpace(text)}
			}
		}
		lines = append(lines, text)
		if line.More || text == "" && inBlock(lines) && goesOn(ed.Ahead()) {
			continue
		}
		all := withoutPrompts(strings.Join(lines, "\n"))
		if complete(all, mode) {
			return input{statements, all}
		}
	}
}

// complete reports whether src can be run, or is wrong already. mode Exec allows several statements; the last one has
// to be complete as if it were typed alone.
func complete(src string, mode parser.Mode) bool {
	r, err := parser.ParseCommand(src, parser.Options{Mode: parser.Single, TopLevelAwait: true})
	if r != nil || err == nil || mode == parser.Single {
		return r != nil || err != nil
	}
	if r, err = parser.ParseCommand(src, parser.Options{Mode: parser.Exec, TopLevelAwait: true}); r == nil {
		return err != nil
	}
	body := r.Module.Body
	if len(body) < 2 {
		return true
	}
	last := int(body[len(body)-1].Span().Start)
	begin := strings.LastIndexByte(r.Source[:last], '\n') + 1
	if begin == 0 {
		return true
	}
	return complete(strings.TrimSuffix(r.Source[begin:], "\n")+blankEnd(src), parser.Single)
}

// blankEnd is the newline with which src ends, if its last line is blank.
func blankEnd(src string) string {
	if strings.HasSuffix(src, "\n") {
		return "\n"
	}
	return ""
}

// inBlock reports whether the lines end in an indented block that a blank line would end.
func inBlock(lines []string) bool {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] != "" {
			return len(lines) > 1 && strings.TrimLeft(lines[i], " \t") != lines[i]
		}
	}
	return false
}

// goesOn reports whether a block goes on behind a blank line, judging by what follows: text that came from a terminal
// which does not say what is pasted.
func goesOn(ahead string) bool { return ahead != "" && strings.ContainsAny(ahead[:1], " \t\n") }

// withoutPrompts removes the prompts of a pasted session, and the output between them.
func withoutPrompts(text string) string {
	if !strings.HasPrefix(text, ">>> ") {
		return text
	}
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		for _, p := range [...]string{">>> ", "... "} {
			if rest, ok := strings.CutPrefix(line+" ", p); ok {
				kept = append(kept, strings.TrimSuffix(rest, " "))
				break
			}
		}
	}
	return strings.Join(kept, "\n")
}
