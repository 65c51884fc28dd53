// The modules of the event loop and the network.
package stdlib

import (
	"pyasync/asyncrt"
	"pyasync/stdlib/selectmod"
	socketmod "pyasync/stdlib/socket"
	sslmod "pyasync/stdlib/ssl"
)

func init() {
	for name, f := range asyncrt.Modules {
		Modules[name] = f
	}
	Modules["_socket"] = socketmod.Init
	Modules["_ssl"] = sslmod.Init
	Modules["select"] = selectmod.Init
}
