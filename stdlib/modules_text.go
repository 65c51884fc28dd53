package stdlib

import (
	jsonmod "pyasync/stdlib/json"
	remod "pyasync/stdlib/re"
)

// Modules for text: patterns, formats, encodings.
func init() {
	for name, f := range map[string]Init{
		"_json": jsonmod.Init,
		"re":    remod.Init,
	} {
		Modules[name] = f
	}
}
