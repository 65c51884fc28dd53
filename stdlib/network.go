// The modules of the event loop and the network.
package stdlib

import (
	"pyasync/asyncrt"
	"pyasync/stdlib/selectmod"
	socketmod "pyasync/stdlib/socket"
)

func init() {
	for name, f := range asyncrt.Modules {
		Modules[name] = f
	}
	Modules["_socket"] = socketmod.Init
	Modules["select"] = selectmod.Init
}
