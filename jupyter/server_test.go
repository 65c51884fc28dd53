package jupyter

import (
	"context"
	"encoding/json"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	py "pyasync"
)

// client speaks the protocol as a frontend does.
type client struct {
	t                         *testing.T
	conn                      *Connection
	session                   string
	shell, control, iopub, hb zmq4.Socket
	messages                  chan *Message // of iopub
	replies                   chan *Message // of shell
	controls                  chan *Message
}

func freePorts(t *testing.T, n int) (ports []int) {
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

// streamWriter is a standard stream of the interpreter that goes to the clients.
type streamWriter struct {
	s    *Server
	name string
}

func (w streamWriter) Write(p []byte) (int, error) {
	w.s.Stream(w.name, string(p))
	return len(p), nil
}

// start starts a kernel and connects a client. ended gives the result of Serve.
func start(t *testing.T) (c *client, ended chan error) {
	p := freePorts(t, 5)
	conn := &Connection{Transport: "tcp", IP: "127.0.0.1", ShellPort: p[0], IOPubPort: p[1], StdinPort: p[2], ControlPort: p[3], HBPort: p[4], Key: "secret"}
	server, err := Listen(conn)
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
	ctx, cancel := context.WithCancel(context.Background())
	c = &client{t: t, conn: conn, session: newID(), shell: zmq4.NewDealer(ctx), control: zmq4.NewDealer(ctx), iopub: zmq4.NewSub(ctx), hb: zmq4.NewReq(ctx),
		messages: make(chan *Message, 100), replies: make(chan *Message, 100), controls: make(chan *Message, 100)}
	for socket, port := range map[zmq4.Socket]int{c.shell: conn.ShellPort, c.control: conn.ControlPort, c.iopub: conn.IOPubPort, c.hb: conn.HBPort} {
		if err := socket.Dial(conn.Address(port)); err != nil {
			t.Fatal(err)
		}
	}
	c.iopub.SetOption(zmq4.OptionSubscribe, "")
	for socket, to := range map[zmq4.Socket]chan *Message{c.shell: c.replies, c.control: c.controls, c.iopub: c.messages} {
		go c.read(socket, to)
	}
	t.Cleanup(func() { cancel(); server.Close() })
	c.waitForSubscription()
	return c, ended
}

func (c *client) read(socket zmq4.Socket, to chan *Message) {
	for {
		frames, err := socket.Recv()
		if err != nil {
			return
		}
		if m, err := Decode(c.conn.Key, frames); err == nil {
			to <- m
		}
	}
}

func (c *client) post(socket zmq4.Socket, kind string, content any) *Message {
	m, err := NewMessage(kind, c.session, nil, content)
	if err != nil {
		c.t.Fatal(err)
	}
	frames, err := m.Encode(c.conn.Key)
	if err != nil {
		c.t.Fatal(err)
	}
	if err := socket.SendMulti(frames); err != nil {
		c.t.Fatal(err)
	}
	return m
}

const patience = 20 * time.Second

func (c *client) receive(from chan *Message, what string) *Message {
	c.t.Helper()
	select {
	case m := <-from:
		return m
	case <-time.After(patience):
		c.t.Fatalf("no %s came", what)
		return nil
	}
}

// waitForSubscription asks until the kernel's answers on iopub arrive.
func (c *client) waitForSubscription() {
	for range 100 {
		c.post(c.shell, "kernel_info_request", map[string]any{})
		c.receive(c.replies, "kernel_info_reply")
		select {
		case <-c.messages:
			time.Sleep(50 * time.Millisecond)
			for len(c.messages) > 0 {
				<-c.messages
			}
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
	c.t.Fatal("iopub is silent")
}

// ask sends a request and returns its reply.
func (c *client) ask(kind string, content any) map[string]any {
	c.t.Helper()
	c.post(c.shell, kind, content)
	return fields(c.receive(c.replies, "reply to "+kind))
}

func fields(m *Message) map[string]any {
	x := map[string]any{}
	json.Unmarshal(m.Content, &x)
	x["msg_type"] = m.Header.Type
	return x
}

// execute runs code and returns the reply and what was published up to the idle status.
func (c *client) execute(code string) (reply map[string]any, published []map[string]any) {
	c.t.Helper()
	request := c.post(c.shell, "execute_request", map[string]any{"code": code})
	return c.outcome(request)
}

func (c *client) outcome(request *Message) (reply map[string]any, published []map[string]any) {
	c.t.Helper()
	reply = fields(c.receive(c.replies, "execute_reply"))
	for {
		m := c.receive(c.messages, "idle status")
		var parent Header
		json.Unmarshal(m.Parent, &parent)
		if parent.ID != request.Header.ID {
			continue
		}
		x := fields(m)
		if x["execution_state"] == "idle" {
			return reply, published
		}
		published = append(published, x)
	}
}

// text joins the text of the streams and displays among messages.
func text(published []map[string]any) string {
	var b strings.Builder
	for _, m := range published {
		switch m["msg_type"] {
		case "stream":
			b.WriteString(m["text"].(string))
		case "execute_result", "display_data":
			b.WriteString("[" + m["msg_type"].(string) + " " + m["data"].(map[string]any)["text/plain"].(string) + "]")
		case "error":
			b.WriteString("[error " + m["ename"].(string) + "]")
		}
	}
	return b.String()
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
		reply, published := c.execute(x.code)
		if got := text(published); got != x.want || reply["status"] != x.status {
			t.Errorf("%s: got %q, %v", x.code, got, reply)
		}
	}
	c.checkQueries()
	c.checkInterrupts()
	c.checkAbort()
	if err := c.hb.Send(zmq4.NewMsgString("ping")); err != nil {
		t.Fatal(err)
	}
	if m, err := c.hb.Recv(); err != nil || string(m.Bytes()) != "ping" {
		t.Errorf("heartbeat: %q, %v", m.Bytes(), err)
	}
	c.post(c.control, "shutdown_request", map[string]any{"restart": false})
	if r := fields(c.receive(c.controls, "shutdown_reply")); r["status"] != "ok" {
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
		request := c.post(c.shell, "execute_request", map[string]any{"code": code})
		time.Sleep(200 * time.Millisecond)
		c.post(c.control, "interrupt_request", map[string]any{})
		reply, published := c.outcome(request)
		if text(published) != "[error KeyboardInterrupt]" || reply["ename"] != "KeyboardInterrupt" {
			c.t.Errorf("%s: %q, %v", code, text(published), reply)
		}
		c.receive(c.controls, "interrupt_reply")
	}
}

// checkAbort queues a cell behind one that fails.
func (c *client) checkAbort() {
	first := c.post(c.shell, "execute_request", map[string]any{"code": "import time; time.sleep(.3); 1/0"})
	c.post(c.shell, "execute_request", map[string]any{"code": "print('never')"})
	if r, _ := c.outcome(first); r["status"] != "error" {
		c.t.Error(r)
	}
	if r := fields(c.receive(c.replies, "second reply")); r["status"] != "aborted" {
		c.t.Error(r)
	}
}

func TestSignature(t *testing.T) {
	m, err := NewMessage("x", "s", nil, map[string]any{"a": 1})
	if err != nil {
		t.Fatal(err)
	}
	frames, _ := m.Encode("key")
	if _, err := Decode("key", frames); err != nil {
		t.Error(err)
	}
	if _, err := Decode("other", frames); err == nil {
		t.Error("a wrong signature was accepted")
	}
}

func TestInstall(t *testing.T) {
	dir := t.TempDir()
	folder, err := Install(dir, "p", "/bin/pyasync")
	if err != nil || folder != filepath.Join(dir, "kernels", "p") {
		t.Error(folder, err)
	}
	if got := DataDir(func(n string) string { return map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d"}[n] }); !strings.HasSuffix(got, "jupyter") && !strings.HasSuffix(got, "Jupyter") {
		t.Error(got)
	}
}
