// Command conformance writes docs/conformance.md: how many of CPython's own tests pass, and why the others do not.
//
//	go run ./internal/conformance [-baseline FILE] [-o FILE] RESULT.json
//
// RESULT.json is what the runner of CPython's tests wrote: for each module the status of each test. The baseline lists
// CPython's own status of each test; with it, only those count that CPython passes. The reasons are in reasons.txt.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
)

//go:embed reasons.txt
var reasonsText string

func main() {
	baseline := flag.String("baseline", "", "CPython's own status of each test (JSON)")
	output := flag.String("o", "docs/conformance.md", "the page to write")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: conformance [-baseline FILE] [-o FILE] RESULT.json")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *baseline, *output); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(resultFile, baselineFile, output string) error {
	result, err := readResult(resultFile)
	if err != nil {
		return err
	}
	if baselineFile != "" {
		if err := result.restrict(baselineFile); err != nil {
			return err
		}
	}
	reasons, err := parseReasons(reasonsText)
	if err != nil {
		return err
	}
	return os.WriteFile(output, []byte(page(result, reasons)), 0o644)
}
