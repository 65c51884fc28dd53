// The soak test of TLS: handshakes that are abandoned at every point.
package pyasync_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"pyasync"
)

// TestSoakTLS runs clients that talk over TLS beside ones that vanish in the middle of the handshake, after it, or that
// refuse the certificate. A handshake that is abandoned must not leave its coroutine behind, nor anything else.
func TestSoakTLS(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	clients, lines := soakSize(160, 2000), soakSize(10, 100)
	start := measure(t)
	var stderr bytes.Buffer
	in, err := pyasync.New(pyasync.Options{Stderr: &stderr, Env: os.Environ(), Files: true})
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join("testdata", "soak", "_tls.py"))
	if err == nil {
		err = in.Exec(string(src), "tls.py")
	}
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // until everything is loaded and buffers have their size
		soakCall(t, in, "phase", clients, 2)
	}
	before := measure(t)
	r := soakCall(t, in, "phase", clients, lines).([]any)
	after := settled(t, before)
	t.Logf("talked, vanished, hung up, gave up, refused, tasks left: %v", r)
	for i, want := range []int{clients / 2, clients / 8, clients / 8, clients / 8, clients / 8, 0} {
		if r[i] != int64(want) {
			t.Errorf("outcome %d: %v, want %d", i, r[i], want)
		}
	}
	after.compare(t, before)
	soakEnd(t, in, start, &stderr)
}
