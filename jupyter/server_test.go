// The kernel over its sockets, as a front end talks to it.
package jupyter_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	py "pyasync"
	"pyasync/internal/kernelclient"
	"pyasync/jupyter"
)

// client is a frontend of a kernel in this process.
type client struct {
	*kernelclient.Client
	t *testing.T
}

// streamWriter is a standard stream of the interpreter that goes to the clients.
type streamWriter struct {
	s    *jupyter.Server
	name string
}

func (w streamWriter) Write(p []byte) (int, error) {
	w.s.Stream(w.name, string(p))
	return len(p), nil
}

// start starts a kernel and connects a client. ended gives the result of Serve.
func start(t *testing.T) (c *client, ended chan error) {
	conn, err := kernelclient.NewConnection()
	if err != nil {
		t.Fatal(err)
	}
	server, err := jupyter.Listen(conn)
	if err != nil {
		t.Fatal(err)
	}
	ended = make(chan error, 1)
	go func() {
		o := py.Options{Stdout: streamWriter{server, "stdout"}, Stderr: streamWriter{server, "stderr"}}
		o.Flags.Unbuffered = true
		in, err := py.New(o)
		if err == nil {
			err = server.Serve(in, nil)
			in.Close()
		}
		ended <- err
	}()
	k, err := kernelclient.Dial(conn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close(); server.Close() })
	return &client{k, t}, ended
}

const patience = kernelclient.Patience

func (c *client) fatal(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) post(socket zmq4.Socket, kind string, content any) *jupyter.Message {
	c.t.Helper()
	m, err := c.Post(socket, kind, content)
	c.fatal(err)
	return m
}

func (c *client) receive(from chan *jupyter.Message) map[string]any {
	c.t.Helper()
	m, err := kernelclient.Receive(from)
	c.fatal(err)
	return kernelclient.Content(m)
}

func (c *client) ask(kind string, content any) map[string]any {
	c.t.Helper()
	r, err := c.Ask(kind, content)
	c.fatal(err)
	return r
}

func (c *client) outcome(request *jupyter.Message) (map[string]any, string) {
	c.t.Helper()
	reply, published, err := c.Outcome(request)
	c.fatal(err)
	return reply, kernelclient.Text(published)
}

func TestKernel(t *testing.T) {
	c, ended := start(t)
	for _, x := range []struct{ code, want, status string }{
		{"print('hi')\n1 + 1", "hi\n[execute_result 2]", "ok"},
		{"import asyncio\nawait asyncio.sleep(0.01, 'slept')", "[execute_result 'slept']", "ok"},
		{"1/0", "[error ZeroDivisionError]", "error"},
		{"display(5)\n_", "[display_data 5][execute_result 'slept']", "ok"},
		{"async def f():\n  await asyncio.sleep(.05)\n  x.append(1)\nx = []\nt = asyncio.create_task(f())", "", "ok"},
		{"await t\nx", "[execute_result [1]]", "ok"},
		{"asyncio.run(f())", "[error RuntimeError]", "error"},
	} {
		reply, got := c.outcome(c.post(c.Shell, "execute_request", map[string]any{"code": x.code}))
		if got != x.want || reply["status"] != x.status {
			t.Errorf("%s: got %q, %v", x.code, got, reply)
		}
	}
	c.checkQueries()
	c.checkInterrupts()
	c.checkAbort()
	if err := c.Heartbeat.Send(zmq4.NewMsgString("ping")); err != nil {
		t.Fatal(err)
	}
	if m, err := c.Heartbeat.Recv(); err != nil || string(m.Bytes()) != "ping" {
		t.Errorf("heartbeat: %q, %v", m.Bytes(), err)
	}
	c.post(c.Control, "shutdown_request", map[string]any{"restart": false})
	if r := c.receive(c.Controls); r["status"] != "ok" {
		t.Error(r)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Error("the kernel does not end")
	}
}

func (c *client) checkQueries() {
	t := c.t
	r := c.ask("complete_request", map[string]any{"code": "asyncio.slee", "cursor_pos": 12})
	if m := r["matches"].([]any); len(m) != 1 || m[0] != "sleep" || r["cursor_start"] != 8.0 {
		t.Error(r)
	}
	r = c.ask("inspect_request", map[string]any{"code": "len", "cursor_pos": 3})
	if r["found"] != true || !strings.Contains(r["data"].(map[string]any)["text/plain"].(string), "Signature: len(obj, /)") {
		t.Error(r)
	}
	for code, want := range map[string]string{"x = 1": "complete", "def f():": "incomplete", "f(": "incomplete", "x = )": "invalid", "await f()": "complete", "!ls": "complete"} {
		if r := c.ask("is_complete_request", map[string]any{"code": code}); r["status"] != want {
			t.Errorf("%q: %v", code, r)
		}
	}
	if r := c.ask("kernel_info_request", map[string]any{}); r["protocol_version"] != "5.3" {
		t.Error(r)
	}
}

// checkInterrupts interrupts a cell that waits and one that runs.
func (c *client) checkInterrupts() {
	for _, code := range []string{"await asyncio.sleep(100)", "while True: pass"} {
		request := c.post(c.Shell, "execute_request", map[string]any{"code": code})
		time.Sleep(200 * time.Millisecond)
		c.post(c.Control, "interrupt_request", map[string]any{})
		reply, got := c.outcome(request)
		if got != "[error KeyboardInterrupt]" || reply["ename"] != "KeyboardInterrupt" {
			c.t.Errorf("%s: %q, %v", code, got, reply)
		}
		c.receive(c.Controls)
	}
}

// checkAbort queues a cell behind one that fails.
func (c *client) checkAbort() {
	first := c.post(c.Shell, "execute_request", map[string]any{"code": "import time; time.sleep(.3); 1/0"})
	c.post(c.Shell, "execute_request", map[string]any{"code": "print('never')"})
	if r, _ := c.outcome(first); r["status"] != "error" {
		c.t.Error(r)
	}
	if r := c.receive(c.Replies); r["status"] != "aborted" {
		c.t.Error(r)
	}
}

func TestSignature(t *testing.T) {
	m, err := jupyter.NewMessage("x", "s", nil, map[string]any{"a": 1})
	if err != nil {
		t.Fatal(err)
	}
	frames, _ := m.Encode("key")
	if _, err := jupyter.Decode("key", frames); err != nil {
		t.Error(err)
	}
	if _, err := jupyter.Decode("other", frames); err == nil {
		t.Error("a wrong signature was accepted")
	}
}

func TestInstall(t *testing.T) {
	dir := t.TempDir()
	folder, err := jupyter.Install(dir, "p", "/bin/pyasync")
	if err != nil || folder != filepath.Join(dir, "kernels", "p") {
		t.Error(folder, err)
	}
	if got := jupyter.DataDir(func(n string) string { return map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d"}[n] }); !strings.HasSuffix(got, "jupyter") && !strings.HasSuffix(got, "Jupyter") {
		t.Error(got)
	}
}
