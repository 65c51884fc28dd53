// How long imports take.
package pyasync_test

import (
	"io"
	"testing"

	"pyasync"
)

// BenchmarkImport measures the first import of modules written in Python, each in a fresh interpreter.
func BenchmarkImport(b *testing.B) {
	for _, name := range []string{"sys", "enum", "os", "socket", "typing", "inspect", "logging", "unittest", "dataclasses"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				in, err := pyasync.New(pyasync.Options{Stdout: io.Discard})
				if err != nil {
					b.Fatal(err)
				}
				if err := in.Exec("import "+name, "main.py"); err != nil {
					b.Fatal(err)
				}
				in.Close()
			}
		})
	}
}
