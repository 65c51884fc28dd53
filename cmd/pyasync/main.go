// Command pyasync runs Python programs.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "ast" {
		os.Exit(dumpAST(os.Args[2:], os.Stdin, os.Stdout, os.Stderr))
	}
	fmt.Fprintln(os.Stderr, astUsage)
	os.Exit(2)
}
