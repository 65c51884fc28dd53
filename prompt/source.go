// source, where readline gets its keys from: the terminal, and what the program has to tell it.
package prompt

import (
	"io"
	"sync"

	"golang.org/x/sys/unix"
)

// source is the standard input that readline sees. It gives one key at a time, and none unless a line is being read:
// what is typed while a statement runs stays with the terminal.
type source struct {
	fd   int
	wake [2]int // a pipe

	started chan struct{} // closed by the first Read
	once    sync.Once

	mu      sync.Mutex
	changed *sync.Cond
	dec     decoder
	queue   []unit
	rest    string // of a unit that did not fit
	inserts []string
	active  bool // a line is being read
	output  bool // there is output to show
	resized bool
	closed  bool
	eof     bool
}

func newSource(fd int) (*source, error) {
	s := &source{fd: fd, started: make(chan struct{})}
	s.changed = sync.NewCond(&s.mu)
	if err := unix.Pipe2(s.wake[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return nil, err
	}
	return s, nil
}

// Read gives readline the next key.
func (s *source) Read(p []byte) (int, error) {
	s.once.Do(func() { close(s.started) })
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case s.rest != "":
			n := copy(p, s.rest)
			s.rest = s.rest[n:]
			return n, nil
		case s.closed:
			return 0, io.EOF
		case !s.active:
			s.changed.Wait()
		case s.output:
			s.output = false
			s.rest = keyOutput.unit().wire
		case s.resized:
			s.resized = false
			s.rest = keyResize.unit().wire
		case len(s.queue) > 0:
			s.take()
		case s.eof:
			return 0, io.EOF // the terminal is gone
		default:
			s.fill(-1)
		}
	}
}

// take moves the next unit of the queue to where readline reads.
func (s *source) take() {
	u := s.queue[0]
	s.queue = s.queue[1:]
	s.rest = u.wire
	if u.text != "" {
		s.inserts = append(s.inserts, u.text)
	}
	if u.wire == "\r" || u.wire == "\x03" {
		s.active = false // the line ends here
	}
}

// fill waits for the terminal, or for something else to happen, up to timeout milliseconds, and decodes what came.
func (s *source) fill(timeout int) {
	s.mu.Unlock()
	fds := [2]unix.PollFd{{Fd: int32(s.fd), Events: unix.POLLIN}, {Fd: int32(s.wake[0]), Events: unix.POLLIN}}
	_, err := unix.Poll(fds[:], timeout)
	var buf [4096]byte
	n := 0
	if err == nil && fds[1].Revents != 0 {
		unix.Read(s.wake[0], buf[:])
	}
	readable := err == nil && fds[0].Revents != 0
	if readable {
		n, err = unix.Read(s.fd, buf[:])
	}
	s.mu.Lock()
	switch {
	case err == unix.EINTR || err == unix.EAGAIN || err == nil && !readable:
	case err != nil || n == 0:
		s.eof = true
	default:
		s.queue = append(s.queue, s.dec.feed(buf[:n])...)
	}
}

// notify ends a wait for the terminal. The lock is held.
func (s *source) notify() {
	s.changed.Broadcast()
	unix.Write(s.wake[1], []byte{0})
}

// begin lets readline read; end stops it.
func (s *source) begin() { s.set(func() { s.active = true }) }
func (s *source) end()   { s.set(func() { s.active = false }) }

func (s *source) set(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
	s.notify()
}

// pasting reports whether keys of a paste are left.
func (s *source) pasting() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue) > 0 && s.queue[0].paste
}

// insertion is the text that goes with keyInsert.
func (s *source) insertion() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.inserts) == 0 {
		return ""
	}
	text := s.inserts[0]
	s.inserts = s.inserts[1:]
	return text
}

// ahead returns what of the next line has arrived.
func (s *source) ahead() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 && !s.closed && !s.eof {
		s.fill(5)
	}
	text := ""
	for _, u := range s.queue {
		if u.wire == "\r" {
			if text == "" {
				text = "\n"
			}
			break
		}
		if u.text != "" {
			text += u.text
		} else if r := []rune(u.wire); len(r) == 1 && printable(r[0]) && r[0] < keyBase {
			text += u.wire
		} else if u.wire == keyTab.unit().wire {
			text += "\t"
		}
	}
	return text
}

// Close ends a Read that waits.
func (s *source) Close() error {
	s.set(func() { s.closed = true })
	return nil
}

// release gives the pipe back, when nobody reads any more.
func (s *source) release() {
	unix.Close(s.wake[0])
	unix.Close(s.wake[1])
}
