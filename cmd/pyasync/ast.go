// The subcommand `pyasync ast`: the syntax tree of a file, as `python3.13 -m ast` prints it.

package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"pyasync/ast"
	"pyasync/parser"
)

const astUsage = "usage: pyasync ast [-a] [-i INDENT] [-m exec|eval|single] [FILE]"

var astModes = map[string]parser.Mode{"exec": parser.Exec, "eval": parser.Eval, "single": parser.Single}

// dumpAST runs the subcommand and returns the exit code.
func dumpAST(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ast", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, astUsage) }
	attributes := flags.Bool("a", false, "include line and column numbers")
	indent := flags.Int("i", 3, "indentation in spaces")
	modeName := flags.String("m", "exec", "what the source is")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	mode, ok := astModes[*modeName]
	if !ok || flags.NArg() > 1 {
		fmt.Fprintln(stderr, astUsage)
		return 2
	}
	name, src, err := readSource(flags.Arg(0), stdin)
	if err != nil {
		fmt.Fprintln(stderr, "pyasync ast:", err)
		return 2
	}
	r, err := parser.Parse(src, parser.Options{Filename: name, Mode: mode, SyntaxOnly: true})
	if err != nil {
		fmt.Fprint(stderr, err.(*parser.SyntaxError).Traceback())
		return 1
	}
	opt := ast.DumpOptions{Multiline: true, Indent: *indent}
	if *attributes {
		opt.Lines = r.Lines
	}
	fmt.Fprintln(stdout, ast.Dump(r.Root(), opt))
	return 0
}

// readSource reads a file, or standard input for "" and "-".
func readSource(path string, stdin io.Reader) (name string, src []byte, err error) {
	if path == "" || path == "-" {
		src, err = io.ReadAll(stdin)
		return "<stdin>", src, err
	}
	src, err = os.ReadFile(path)
	return path, src, err
}
