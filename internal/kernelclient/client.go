// Package kernelclient is a frontend for tests of the Jupyter kernel: it speaks the protocol over the kernel's sockets.
package kernelclient

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/go-zeromq/zmq4"

	"pyasync/jupyter"
)

// Patience is how long a client waits for a message.
const Patience = 30 * time.Second

// Client is connected to one kernel.
type Client struct {
	Shell, Control, Stdin, IOPub, Heartbeat zmq4.Socket

	Replies  chan *jupyter.Message // of Shell
	Controls chan *jupyter.Message
	Asked    chan *jupyter.Message // of Stdin
	Messages chan *jupyter.Message // of IOPub

	conn    *jupyter.Connection
	session string
	cancel  context.CancelFunc
}

// NewConnection is a connection on free ports of this machine.
func NewConnection() (*jupyter.Connection, error) {
	var ports [5]int
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close()
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return &jupyter.Connection{Transport: "tcp", IP: "127.0.0.1", ShellPort: ports[0], IOPubPort: ports[1], StdinPort: ports[2],
		ControlPort: ports[3], HBPort: ports[4], Key: "secret", Scheme: "hmac-sha256"}, nil
}

// Dial connects to a kernel, which may still be starting, and waits until its messages arrive.
func Dial(conn *jupyter.Connection) (*Client, error) {
	ctx, cancel := context.WithCancel(context.Background())
	session := fmt.Sprintf("session-%d", time.Now().UnixNano())
	id := zmq4.WithID(zmq4.SocketIdentity(session)) // input is asked of the client by its identity
	c := &Client{conn: conn, session: session, cancel: cancel, Shell: zmq4.NewDealer(ctx, id), Control: zmq4.NewDealer(ctx, id),
		Stdin: zmq4.NewDealer(ctx, id), IOPub: zmq4.NewSub(ctx), Heartbeat: zmq4.NewReq(ctx)}
	for _, x := range []struct {
		socket zmq4.Socket
		port   int
		to     *chan *jupyter.Message
	}{{c.Shell, conn.ShellPort, &c.Replies}, {c.Control, conn.ControlPort, &c.Controls}, {c.Stdin, conn.StdinPort, &c.Asked},
		{c.IOPub, conn.IOPubPort, &c.Messages}, {c.Heartbeat, conn.HBPort, nil}} {
		if err := dial(x.socket, conn.Address(x.port)); err != nil {
			cancel()
			return nil, err
		}
		if x.to != nil {
			*x.to = make(chan *jupyter.Message, 1000)
		}
	}
	c.IOPub.SetOption(zmq4.OptionSubscribe, "")
	go c.read(c.Shell, c.Replies)
	go c.read(c.Control, c.Controls)
	go c.read(c.Stdin, c.Asked)
	go c.read(c.IOPub, c.Messages)
	return c, c.waitForSubscription()
}

func dial(socket zmq4.Socket, address string) (err error) {
	for end := time.Now().Add(Patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if err = socket.Dial(address); err == nil {
			return nil
		}
	}
	return err
}

// Close ends the connections.
func (c *Client) Close() {
	c.cancel()
	for _, s := range []zmq4.Socket{c.Shell, c.Control, c.Stdin, c.IOPub, c.Heartbeat} {
		s.Close()
	}
}

func (c *Client) read(socket zmq4.Socket, to chan *jupyter.Message) {
	for {
		frames, err := socket.Recv()
		if err != nil {
			return
		}
		if m, err := jupyter.Decode(c.conn.Key, frames); err == nil {
			to <- m
		}
	}
}

// waitForSubscription asks until the kernel's answers on IOPub arrive.
func (c *Client) waitForSubscription() error {
	for range 200 {
		if _, err := c.Post(c.Shell, "kernel_info_request", map[string]any{}); err != nil {
			return err
		}
		if _, err := Receive(c.Replies); err != nil {
			return err
		}
		select {
		case <-c.Messages:
			time.Sleep(50 * time.Millisecond)
			for len(c.Messages) > 0 {
				<-c.Messages
			}
			return nil
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("IOPub is silent")
}

// Post sends a request.
func (c *Client) Post(socket zmq4.Socket, kind string, content any) (*jupyter.Message, error) {
	m, err := jupyter.NewMessage(kind, c.session, nil, content)
	if err != nil {
		return nil, err
	}
	frames, err := m.Encode(c.conn.Key)
	if err != nil {
		return nil, err
	}
	return m, socket.SendMulti(frames)
}

// Receive waits for a message.
func Receive(from chan *jupyter.Message) (*jupyter.Message, error) {
	select {
	case m := <-from:
		return m, nil
	case <-time.After(Patience):
		return nil, errors.New("no message came")
	}
}

// Content is the content of a message, with its type under "msg_type".
func Content(m *jupyter.Message) map[string]any {
	x := map[string]any{}
	json.Unmarshal(m.Content, &x)
	x["msg_type"] = m.Header.Type
	return x
}

// Ask sends a request to the shell socket and returns its reply.
func (c *Client) Ask(kind string, content any) (map[string]any, error) {
	if _, err := c.Post(c.Shell, kind, content); err != nil {
		return nil, err
	}
	m, err := Receive(c.Replies)
	if err != nil {
		return nil, err
	}
	return Content(m), nil
}

// Execute runs code; more are further fields of the request. It returns the reply and what was published up to the
// idle status.
func (c *Client) Execute(code string, more map[string]any) (reply map[string]any, published []map[string]any, err error) {
	content := map[string]any{"code": code}
	for k, v := range more {
		content[k] = v
	}
	request, err := c.Post(c.Shell, "execute_request", content)
	if err != nil {
		return nil, nil, err
	}
	return c.Outcome(request)
}

// Outcome waits for the end of an execute_request.
func (c *Client) Outcome(request *jupyter.Message) (reply map[string]any, published []map[string]any, err error) {
	m, err := Receive(c.Replies)
	if err != nil {
		return nil, nil, err
	}
	reply = Content(m)
	for {
		m, err := Receive(c.Messages)
		if err != nil {
			return reply, published, err
		}
		var parent jupyter.Header
		json.Unmarshal(m.Parent, &parent)
		if parent.ID != request.Header.ID {
			continue
		}
		x := Content(m)
		if x["execution_state"] == "idle" {
			return reply, published, nil
		}
		published = append(published, x)
	}
}

// Text joins the text of streams and displays.
func Text(published []map[string]any) string {
	var b strings.Builder
	for _, m := range published {
		switch m["msg_type"] {
		case "stream":
			b.WriteString(m["text"].(string))
		case "execute_result", "display_data", "update_display_data":
			fmt.Fprintf(&b, "[%s %s]", m["msg_type"], m["data"].(map[string]any)["text/plain"])
		case "error":
			fmt.Fprintf(&b, "[error %s]", m["ename"])
		case "clear_output":
			b.WriteString("[clear_output]")
		}
	}
	return b.String()
}
