// The editor for input that comes from no terminal: prompts go to standard error, as CPython's do.
package prompt

import (
	"bufio"
	"io"
	"strings"
)

type plainEditor struct {
	in  *bufio.Reader
	out io.Writer
}

// NewPlain makes an editor that reads lines from in and writes prompts to out.
func NewPlain(in io.Reader, out io.Writer) Editor { return &plainEditor{bufio.NewReader(in), out} }

func (e *plainEditor) ReadLine(r Request) (Line, error) {
	io.WriteString(e.out, r.Prompt)
	text, err := e.in.ReadString('\n')
	if err != nil && text == "" {
		return Line{}, io.EOF
	}
	return Line{Text: strings.TrimRight(text, "\r\n")}, nil
}

func (e *plainEditor) Ahead() string                { return "" }
func (e *plainEditor) Output(fd int, p []byte) bool { return false }
func (e *plainEditor) Interrupt()                   {}
func (e *plainEditor) Close()                       {}
