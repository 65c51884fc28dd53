// The subcommand `pyasync kernel`: a Jupyter kernel.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	py "pyasync"
	"pyasync/jupyter"
)

const kernelUsage = `usage: pyasync kernel [--legacy] -f CONNECTION_FILE
       pyasync kernel install [--name NAME] [--prefix DIR]

The first is how Jupyter starts the kernel. The second makes it known to Jupyter, for the user or below
DIR/share/jupyter.
`

// runKernel runs the subcommand and returns the exit status.
func runKernel(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	if len(args) > 0 && args[0] == "install" {
		return installKernel(args[1:], stdout, stderr), false
	}
	flags := flag.NewFlagSet("kernel", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, kernelUsage) }
	file := flags.String("f", "", "")
	legacy := flags.Bool("legacy", false, "")
	if err := flags.Parse(args); err != nil {
		return 2, false
	}
	if *file == "" {
		fmt.Fprint(stderr, kernelUsage)
		return 2, false
	}
	if err := serveKernel(*file, *legacy, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "pyasync kernel:", err)
		return 1, false
	}
	return 0, false
}

func serveKernel(file string, legacy bool, stdout, stderr io.Writer) error {
	conn, err := jupyter.ReadConnection(file)
	if err != nil {
		return err
	}
	server, err := jupyter.Listen(conn)
	if err != nil {
		return err
	}
	defer server.Close()
	c, err := startCapture(server.Stream)
	if err != nil {
		return err
	}
	defer c.stop()
	in, err := newInterpreter(func(o *py.Options) { o.Flags.Unbuffered, o.Flags.Legacy, o.NoDeadlockCheck = true, legacy, true }, nil, stdout, stderr)
	if err != nil {
		return err
	}
	defer watchInterrupts(in)()
	defer in.Close()
	return server.Serve(in, c.sync)
}

func installKernel(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("kernel install", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, kernelUsage) }
	name := flags.String("name", "pyasync", "")
	prefix := flags.String("prefix", "", "")
	flags.Bool("user", true, "")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	dir := jupyter.DataDir(os.Getenv)
	if *prefix != "" {
		dir = filepath.Join(*prefix, "share", "jupyter")
	}
	folder, err := jupyter.Install(dir, *name, executable(os.Args[0]))
	if err != nil {
		fmt.Fprintln(stderr, "pyasync kernel install:", err)
		return 1
	}
	fmt.Fprintln(stdout, "Installed kernelspec", *name, "in", folder)
	return 0
}
