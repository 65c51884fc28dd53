package stdlib

import (
	remod "pyasync/stdlib/re"
)

// Modules for text: patterns, formats, encodings.
func init() {
	for name, f := range map[string]Init{
		"re": remod.Init,
	} {
		Modules[name] = f
	}
}
