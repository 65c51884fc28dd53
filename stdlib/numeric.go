package stdlib

import "pyasync/stdlib/decimal"

// numericModules are further modules about numbers and the encoding of data.
var numericModules = map[string]Init{
	"decimal": decimal.Init,
}

func init() {
	for name, f := range numericModules {
		Modules[name] = f
	}
}
