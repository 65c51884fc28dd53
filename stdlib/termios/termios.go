// Package termios is Python's termios module: the modes of terminals.
package termios

import (
	"errors"
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// ErrorType is termios.error, which is no OSError.
var ErrorType object.Type

func init() {
	object.Define(&ErrorType, object.Spec{Name: "termios.error", Base: &object.ExceptionType})
}

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.AddTypes(&ErrorType)
	for _, c := range constants {
		m.Set(c.name, object.Int(c.v))
	}
	return true
}

var functions = []object.Method{
	{Name: "tcgetattr", Sig: "fd, /", F1: func(th *thread, m, x value) value { return getAttributes(th, x) }},
	{Name: "tcsetattr", Sig: "fd, when, attributes, /", F: func(th *thread, m value, a []value) value {
		return setAttributes(th, a[0], a[1], a[2])
	}},
	request("tcsendbreak", "fd, duration, /", func(fd, n int) error {
		if n == 0 {
			return unix.IoctlSetInt(fd, unix.TCSBRK, 0)
		}
		return unix.IoctlSetInt(fd, unix.TCSBRKP, (n+99)/100)
	}),
	request("tcdrain", "fd, /", func(fd, n int) error { return unix.IoctlSetInt(fd, unix.TCSBRK, 1) }),
	request("tcflush", "fd, queue, /", func(fd, n int) error { return unix.IoctlSetInt(fd, unix.TCFLSH, n) }),
	request("tcflow", "fd, action, /", func(fd, n int) error { return unix.IoctlSetInt(fd, unix.TCXONC, n) }),
	{Name: "tcgetwinsize", Sig: "fd, /", F1: func(th *thread, m, x value) value {
		fd, ok := th.FileDescriptor(x)
		if !ok {
			return value{}
		}
		w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
		if err != nil {
			return fail(th, err)
		}
		return object.TupleOf(object.Int(int64(w.Row)), object.Int(int64(w.Col)))
	}},
	{Name: "tcsetwinsize", Sig: "fd, winsize, /", F2: func(th *thread, m, x, size value) value { return setWinsize(th, x, size) }},
}

// request is a row for a function of a descriptor and perhaps a number, which may block.
func request(name, sig string, f func(fd, n int) error) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		fd, ok := th.FileDescriptor(a[0])
		n := 0
		if ok && len(a) > 1 {
			n, ok = th.AsIndex(a[1], &object.OverflowErrorType)
		}
		if !ok {
			return value{}
		}
		var err error
		th.Blocking(func() {
			for err = f(fd, n); err == unix.EINTR; err = f(fd, n) {
			}
		})
		if err != nil {
			return fail(th, err)
		}
		return object.None
	}}
}

// fail raises termios.error(errno, text).
func fail(th *thread, err error) value {
	var e syscall.Errno
	if !errors.As(err, &e) {
		return th.Raise(&ErrorType, err.Error())
	}
	args := []value{object.Int(int64(e)), object.StrValue(object.Strerror(int(e)))}
	return th.RaiseValue(object.NewException(&ErrorType, args...).V())
}

// The places of tcgetattr's list: iflag, oflag, cflag, lflag, ispeed, ospeed, cc.
const (
	controlChars = 6
	attributes   = 7
	charCount    = 32 // NCCS of the C library; the kernel has fewer
)

func getAttributes(th *thread, x value) value {
	fd, ok := th.FileDescriptor(x)
	if !ok {
		return value{}
	}
	t, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return fail(th, err)
	}
	chars := make([]value, charCount)
	for i := range chars {
		var c byte
		if i < len(t.Cc) {
			c = t.Cc[i]
		}
		chars[i] = object.NewBytes([]byte{c}).V()
	}
	if t.Lflag&unix.ICANON == 0 {
		// They are numbers only without line editing.
		for _, i := range [...]int{unix.VMIN, unix.VTIME} {
			chars[i] = object.Int(int64(t.Cc[i]))
		}
	}
	speed := object.Int(int64(t.Cflag & unix.CBAUD))
	return object.NewList([]value{object.Int(int64(t.Iflag)), object.Int(int64(t.Oflag)), object.Int(int64(t.Cflag)),
		object.Int(int64(t.Lflag)), speed, speed, object.NewList(chars).V()}).V()
}

func setAttributes(th *thread, x, when, list value) value {
	fd, ok := th.FileDescriptor(x)
	if !ok {
		return value{}
	}
	action, ok := th.AsIndex(when, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	l, isList := object.AsList(list)
	if !isList || len(l.Items) != attributes {
		return th.TypeError("tcsetattr, arg 3: must be 7 element list")
	}
	t, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return fail(th, err)
	}
	var n [controlChars]int
	for i := range n {
		if n[i], ok = th.AsIndex(l.Items[i], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	t.Iflag, t.Oflag, t.Cflag, t.Lflag = uint32(n[0]), uint32(n[1]), uint32(n[2]), uint32(n[3])
	t.Cflag = t.Cflag&^unix.CBAUD | uint32(n[5])&unix.CBAUD
	if !setChars(th, t, l.Items[controlChars]) {
		return value{}
	}
	if action < 0 || action > 2 {
		return fail(th, unix.EINVAL)
	}
	th.Blocking(func() { err = unix.IoctlSetTermios(fd, uint(unix.TCSETS+action), t) })
	if err != nil {
		return fail(th, err)
	}
	return object.None
}

// setChars takes the control characters: bytes of length 1, or numbers.
func setChars(th *thread, t *unix.Termios, v value) bool {
	l, ok := object.AsList(v)
	if !ok || len(l.Items) != charCount {
		th.TypeError("tcsetattr: attributes[6] must be %d element list", charCount)
		return false
	}
	for i, c := range l.Items {
		var n int
		if c.Is(&object.BytesType) && len((*object.Bytes)(c.Ptr()).B) == 1 {
			n = int((*object.Bytes)(c.Ptr()).B[0])
		} else if c.Is(&object.IntType) || c.IsSmallInt() {
			if n, ok = th.AsIndex(c, &object.OverflowErrorType); !ok {
				return false
			}
		} else {
			th.TypeError("tcsetattr: elements of attributes must be characters or integers")
			return false
		}
		if i < len(t.Cc) {
			t.Cc[i] = byte(n)
		}
	}
	return true
}

func setWinsize(th *thread, x, size value) value {
	fd, ok := th.FileDescriptor(x)
	if !ok {
		return value{}
	}
	items, ok := th.Collect(size)
	if !ok {
		return value{}
	}
	if len(items) != 2 {
		return th.TypeError("tcsetwinsize, arg 2: must be a two-item sequence")
	}
	rows, ok1 := th.AsIndex(items[0], &object.OverflowErrorType)
	columns, ok2 := th.AsIndex(items[1], &object.OverflowErrorType)
	if !ok1 || !ok2 {
		return value{}
	}
	if rows != int(uint16(rows)) || columns != int(uint16(columns)) {
		return th.OverflowError("winsize value(s) out of range.")
	}
	w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err == nil {
		w.Row, w.Col = uint16(rows), uint16(columns)
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, w)
	}
	if err != nil {
		return fail(th, err)
	}
	return object.None
}
