// input() in a kernel whose user sits at a client.
package notebook

import (
	"pyasync/object"
)

// hostInput asks for a line and waits for the answer, which an interrupt ends.
func hostInput(k *Kernel, th *object.Thread, a []object.Value) object.Value {
	prompt, ok := th.Str(a[0])
	if !ok {
		return object.Value{}
	}
	password, ok := th.Truth(a[1])
	if !ok {
		return object.Value{}
	}
	answer, err := k.cfg.Input(prompt, password)
	if err != nil {
		return th.RuntimeError("%s", err.Error())
	}
	announced := make(chan struct{}, 1)
	defer th.Interp.OnAnnounce(func() {
		select {
		case announced <- struct{}{}:
		default:
		}
	})()
	for {
		line, came := "", false
		th.Blocking(func() {
			select {
			case line = <-answer:
				came = true
			case <-announced:
			}
		})
		if came {
			return object.StrValue(line)
		}
		if !th.Interp.Hooks.Poll(th) {
			return object.Value{}
		}
	}
}
