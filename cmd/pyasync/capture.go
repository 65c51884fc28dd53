// Capturing what the process and its children write to standard output and error.
package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"

	"golang.org/x/sys/unix"
)

// capture replaces the descriptors 1 and 2 by pipes, so that child processes are captured, too.
type capture struct {
	streams [2]*capturedStream
}

type capturedStream struct {
	name   string
	saved  *os.File // what the descriptor was
	pipe   *os.File // our end for writing marks
	marks  chan struct{}
	mark   []byte
	closed chan struct{}
}

// startCapture begins; text gets what is written, from two goroutines.
func startCapture(text func(name, s string)) (*capture, error) {
	c := &capture{}
	for i, name := range [2]string{"stdout", "stderr"} {
		s, err := captureDescriptor(i+1, name, text)
		if err != nil {
			return nil, err
		}
		c.streams[i] = s
	}
	return c, nil
}

func captureDescriptor(fd int, name string, text func(name, s string)) (*capturedStream, error) {
	saved, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return nil, err
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	if err := unix.Dup3(int(w.Fd()), fd, 0); err != nil {
		return nil, err
	}
	s := &capturedStream{name: name, saved: os.NewFile(uintptr(saved), name), pipe: w, marks: make(chan struct{}), closed: make(chan struct{}),
		mark: fmt.Appendf(nil, "\x00\x1e%016x\x1e\x00", rand.Uint64())}
	go s.read(r, text)
	return s, nil
}

// read hands on what comes through the pipe, without the marks that sync writes.
func (s *capturedStream) read(r *os.File, text func(name, s string)) {
	defer close(s.closed)
	var kept []byte // an unfinished mark or character
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		data := append(kept, buf[:n]...)
		for {
			before, after, found := bytes.Cut(data, s.mark)
			if !found {
				break
			}
			if len(before) > 0 {
				text(s.name, string(before))
			}
			s.marks <- struct{}{}
			data = after
		}
		whole := len(data)
		if err == nil {
			whole = wholeText(data, s.mark)
		}
		if whole > 0 {
			text(s.name, string(data[:whole]))
		}
		kept = append([]byte(nil), data[whole:]...)
		if err != nil {
			return
		}
	}
}

// wholeText is the length of data without a beginning of mark, or of a UTF-8 character, at its end.
func wholeText(data, mark []byte) int {
	for n := min(len(mark)-1, len(data)); n > 0; n-- {
		if bytes.HasPrefix(mark, data[len(data)-n:]) {
			return len(data) - n
		}
	}
	for n := 1; n <= 3 && n <= len(data); n++ {
		b := data[len(data)-n]
		if b < 0x80 {
			break
		}
		if b >= 0xC0 {
			if size := map[bool]int{true: 2, false: 3}[b < 0xE0]; n < size || b >= 0xF0 && n < 4 {
				return len(data) - n
			}
			break
		}
	}
	return len(data)
}

// sync waits until everything written so far has been handed on.
func (c *capture) sync() {
	for _, s := range c.streams {
		s.pipe.Write(s.mark)
		<-s.marks
	}
}

// stop puts the descriptors back.
func (c *capture) stop() {
	c.sync()
	for i, s := range c.streams {
		unix.Dup3(int(s.saved.Fd()), i+1, 0)
		s.pipe.Close()
	}
}
