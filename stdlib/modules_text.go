// The modules for text.
package stdlib

import (
	"pyasync/stdlib/cfunction"
	codecsmod "pyasync/stdlib/codecs"
	jsonmod "pyasync/stdlib/json"
	remod "pyasync/stdlib/re"
	"pyasync/stdlib/stringmod"
	"pyasync/stdlib/tokenize"
	"pyasync/stdlib/unicodedata"
)

// Modules for text: patterns, formats, encodings.
func init() {
	for name, f := range map[string]Init{
		"_cfunction":  cfunction.Init,
		"_codecs":     codecsmod.Init,
		"_jsoncore":   jsonmod.Init,
		"_tokenize":   tokenize.Init,
		"_string":     stringmod.Init,
		"re":          remod.Init,
		"unicodedata": unicodedata.Init,
	} {
		Modules[name] = f
	}
}
