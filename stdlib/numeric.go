package stdlib

import (
	arraymod "pyasync/stdlib/array"
	cmathmod "pyasync/stdlib/cmath"
	"pyasync/stdlib/decimal"
	zlibmod "pyasync/stdlib/zlib"
	"pyasync/stdlib/zoneinfo"
)

// numericModules are further modules about numbers and the encoding of data.
var numericModules = map[string]Init{
	"array":    arraymod.Init,
	"cmath":    cmathmod.Init,
	"decimal":  decimal.Init,
	"zlib":     zlibmod.Init,
	"zoneinfo": zoneinfo.Init,
}

func init() {
	for name, f := range numericModules {
		Modules[name] = f
	}
}
