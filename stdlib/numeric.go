// The modules for numbers.
package stdlib

import (
	arraymod "pyasync/stdlib/array"
	bz2mod "pyasync/stdlib/bz2"
	cmathmod "pyasync/stdlib/cmath"
	"pyasync/stdlib/decimal"
	lzmamod "pyasync/stdlib/lzma"
	zlibmod "pyasync/stdlib/zlib"
	"pyasync/stdlib/zoneinfo"
)

// numericModules are further modules about numbers and the encoding of data.
var numericModules = map[string]Init{
	"array":    arraymod.Init,
	"cmath":    cmathmod.Init,
	"decimal":  decimal.Init,
	"zlib":     zlibmod.Init,
	"_bz2":     bz2mod.Init,
	"_lzma":    lzmamod.Init,
	"zoneinfo": zoneinfo.Init,
}

func init() {
	for name, f := range numericModules {
		Modules[name] = f
	}
}
