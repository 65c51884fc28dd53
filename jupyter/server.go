// Server: the sockets of a kernel and the queue of requests.
package jupyter

import (
	"context"
	"errors"
	"sync"

	"github.com/go-zeromq/zmq4"

	py "pyasync"
	"pyasync/notebook"
)

// Server is a running kernel.
type Server struct {
	conn    *Connection
	session string
	cancel  context.CancelFunc
	shell   zmq4.Socket
	control zmq4.Socket
	stdin   zmq4.Socket
	iopub   zmq4.Socket
	hb      zmq4.Socket
	send    sync.Mutex // sockets are written by several goroutines

	in     *py.Interpreter
	kernel *notebook.Kernel
	sync   func() // waits until all output has been handed to Stream

	mu      sync.Mutex
	queue   []*Message
	closing bool
	parent  *Message // the request being served, of stream and display messages
	running *execution
	answers chan string // of the client that was asked for input last

	history history
}

// execution is an execute_request being served.
type execution struct {
	request *Message
	options executeRequest
	count   int
}

// Listen opens the sockets of a connection.
func Listen(conn *Connection) (*Server, error) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{conn: conn, session: newID(), cancel: cancel, sync: func() {}}
	s.shell, s.control, s.stdin = zmq4.NewRouter(ctx), zmq4.NewRouter(ctx), zmq4.NewRouter(ctx)
	s.iopub, s.hb = zmq4.NewPub(ctx), zmq4.NewRep(ctx)
	for _, x := range []struct {
		socket zmq4.Socket
		port   int
	}{{s.shell, conn.ShellPort}, {s.control, conn.ControlPort}, {s.stdin, conn.StdinPort}, {s.iopub, conn.IOPubPort}, {s.hb, conn.HBPort}} {
		if err := x.socket.Listen(conn.Address(x.port)); err != nil {
			s.Close()
			return nil, err
		}
	}
	return s, nil
}

// Close closes the sockets.
func (s *Server) Close() {
	s.cancel()
	for _, x := range []zmq4.Socket{s.shell, s.control, s.stdin, s.iopub, s.hb} {
		x.Close()
	}
}

// Serve runs a kernel in the interpreter until a client shuts it down. flush waits until all output that was written
// has been handed to Stream; nil when there is nothing to wait for.
func (s *Server) Serve(in *py.Interpreter, flush func()) error {
	s.in = in
	if flush != nil {
		s.sync = flush
	}
	k, err := notebook.New(in, notebook.Config{Next: s.next, End: s.ended, Publish: s.display, Input: s.askInput, Interrupts: true, Rich: true, Quiet: true, History: true})
	if err != nil {
		return err
	}
	s.kernel = k
	go s.heartbeat()
	go s.receive(s.shell, s.enqueue)
	go s.receive(s.control, s.controlRequest)
	go s.receive(s.stdin, s.inputReply)
	s.publish("status", map[string]any{"execution_state": "starting"})
	return k.Run()
}

func (s *Server) heartbeat() {
	for {
		m, err := s.hb.Recv()
		if err != nil || s.hb.Send(m) != nil {
			return
		}
	}
}

// receive hands the messages of a socket to handle, until the socket is closed.
func (s *Server) receive(socket zmq4.Socket, handle func(m *Message)) {
	for {
		frames, err := socket.Recv()
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			s.mu.Lock()
			over := s.closing
			s.mu.Unlock()
			if over {
				return
			}
			continue // a client went away
		}
		if m, err := Decode(s.conn.Key, frames); err == nil {
			handle(m)
		}
	}
}

// enqueue puts a request of the shell socket before the loop of the kernel.
func (s *Server) enqueue(m *Message) {
	s.mu.Lock()
	s.queue = append(s.queue, m)
	s.mu.Unlock()
	s.kernel.Wake()
}

// controlRequest serves the control socket at once, whatever the kernel is doing.
func (s *Server) controlRequest(m *Message) {
	s.state(m, "busy")
	switch m.Header.Type {
	case "interrupt_request":
		s.in.Interrupt()
		s.reply(s.control, m, "interrupt_reply", map[string]any{"status": "ok"})
	case "shutdown_request":
		s.reply(s.control, m, "shutdown_reply", s.shutdown(m))
	case "kernel_info_request":
		s.reply(s.control, m, "kernel_info_reply", kernelInfo())
	default:
		s.enqueue(m)
		return
	}
	s.state(m, "idle")
}

// shutdown makes the kernel end: at once when it waits, else after the cell, which is interrupted.
func (s *Server) shutdown(m *Message) map[string]any {
	var content struct{ Restart bool }
	unmarshal(m.Content, &content)
	s.mu.Lock()
	s.closing, s.queue = true, nil
	running := s.running != nil
	s.mu.Unlock()
	if running {
		s.in.Interrupt()
	}
	go s.kernel.Wake() // Serve may be in a call that holds the interpreter
	return map[string]any{"status": "ok", "restart": content.Restart}
}

func (s *Server) reply(socket zmq4.Socket, request *Message, kind string, content any) {
	m, err := NewMessage(kind, s.session, request, content)
	if err != nil {
		return
	}
	s.write(socket, m)
}

// write sends a message. A client that is gone is no error of ours.
func (s *Server) write(socket zmq4.Socket, m *Message) {
	frames, err := m.Encode(s.conn.Key)
	if err != nil {
		return
	}
	s.send.Lock()
	defer s.send.Unlock()
	socket.SendMulti(frames)
}

// publish sends to all clients, as a consequence of the request being served.
func (s *Server) publish(kind string, content any) {
	s.mu.Lock()
	parent := s.parent
	s.mu.Unlock()
	s.publishFor(parent, kind, content)
}

func (s *Server) publishFor(parent *Message, kind string, content any) {
	m, err := NewMessage(kind, s.session, parent, content)
	if err != nil {
		return
	}
	m.Identities = [][]byte{[]byte("kernel." + s.session + "." + kind)} // the topic
	s.write(s.iopub, m)
}

func (s *Server) state(request *Message, state string) {
	s.publishFor(request, "status", map[string]any{"execution_state": state})
}

// Stream publishes text that was written to stdout or stderr. Any goroutine may call it.
func (s *Server) Stream(name, text string) {
	s.publish("stream", map[string]any{"name": name, "text": text})
}
