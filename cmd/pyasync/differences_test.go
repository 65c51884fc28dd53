// This file tests the rows of the README's table of differences: the programs of testdata/differences print what is
// recorded beside them, which is not what CPython prints.

package main

import (
	"flag"
	"testing"

	"pyasync/internal/difftest"
)

var recordDifferences = flag.Bool("record-differences", false, "write what the programs of testdata/differences print beside them")

func TestDifferences(t *testing.T) {
	eachOf(t, "differences", func(p difftest.Program) string {
		if *recordDifferences {
			return record(p, t.TempDir())
		}
		want, err := p.Expected()
		if err != nil {
			return err.Error()
		}
		return difftest.Compare(pyasync, p, want, t.TempDir(), patience)
	})
}
