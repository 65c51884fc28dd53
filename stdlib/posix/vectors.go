// Reading and writing several buffers at once, copying between descriptors, advice on files, locks.
package posix

import (
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var vectorFuncs = []object.Method{
	{Name: "readv", Sig: "fd, buffers, /", F: func(th *thread, m value, a []value) value {
		return vector(th, a, true, func(fd int, b [][]byte, _ int64, _ int) (int, error) { return unix.Readv(fd, b) })
	}},
	{Name: "writev", Sig: "fd, buffers, /", F: func(th *thread, m value, a []value) value {
		return vector(th, a, false, func(fd int, b [][]byte, _ int64, _ int) (int, error) { return unix.Writev(fd, b) })
	}},
	{Name: "preadv", Sig: "fd, buffers, offset, flags=0, /", F: func(th *thread, m value, a []value) value {
		return vector(th, a, true, unix.Preadv2)
	}},
	{Name: "pwritev", Sig: "fd, buffers, offset, flags=0, /", F: func(th *thread, m value, a []value) value {
		return vector(th, a, false, unix.Pwritev2)
	}},
	{Name: "copy_file_range", Sig: "src, dst, count, offset_src=None, offset_dst=None", F: func(th *thread, m value, a []value) value {
		return between(th, a, func(in int, from *int64, out int, to *int64, n, _ int) (int, error) {
			return unix.CopyFileRange(in, from, out, to, n, 0)
		})
	}},
	{Name: "splice", Sig: "src, dst, count, offset_src=None, offset_dst=None, flags=0", F: func(th *thread, m value, a []value) value {
		return between(th, a, func(in int, from *int64, out int, to *int64, n, flags int) (int, error) {
			moved, err := unix.Splice(in, from, out, to, n, flags)
			return int(moved), err
		})
	}},
	intCall("posix_fadvise", "fd, offset, length, advice, /", func(a []int) error {
		return unix.Fadvise(a[0], int64(a[1]), int64(a[2]), a[3])
	}),
	intCall("posix_fallocate", "fd, offset, length, /", func(a []int) error {
		return syscall.Fallocate(a[0], 0, int64(a[1]), int64(a[2]))
	}),
	intCall("lockf", "fd, command, length, /", lockf),
}

// vector calls f with the memory of a sequence of buffers.
func vector(th *thread, a []value, write bool, f func(fd int, b [][]byte, offset int64, flags int) (int, error)) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	name := "writev"
	if write {
		name = "readv"
	}
	if a[1].Type().Slots.GetItem == nil || a[1].Is(&object.DictType) || a[1].Is(&object.SetType) {
		return th.TypeError("%s() arg 2 must be a sequence", name)
	}
	items, ok := th.Collect(a[1])
	if !ok {
		return value{}
	}
	offset, flags := 0, 0
	if len(a) > 2 {
		var ok1, ok2 bool
		offset, ok1 = intArg(th, a[2], 0)
		flags, ok2 = intArg(th, a[3], 0)
		if !ok1 || !ok2 {
			return value{}
		}
	}
	buffers := make([][]byte, 0, len(items))
	for _, item := range items {
		b, release, ok := memory(th, item, write)
		if !ok {
			return value{}
		}
		defer release()
		buffers = append(buffers, b)
	}
	var n int
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) { n, err = f(fd, buffers, int64(offset), flags); return err })
	})
	return result(th, object.Int(int64(n)), err)
}

// memory returns the bytes of a buffer, which must be writable if write is set.
func memory(th *thread, v value, write bool) (b []byte, release func(), ok bool) {
	if !write {
		return object.AsBytesLike(th, v)
	}
	if get := v.Type().Slots.Buffer; get != nil {
		buf, ok := get(th, v)
		if !ok {
			return nil, nil, false
		}
		if release = buf.Release; release == nil {
			release = func() {}
		}
		if !buf.ReadOnly {
			return buf.Bytes, release, true
		}
		release()
		th.Raise(&object.BufferErrorType, "Object is not writable.")
		return nil, nil, false
	}
	th.TypeError("a read-write bytes-like object is required, not '%s'", v.Type().TPName())
	return nil, nil, false
}

// between copies from one descriptor to another; an offset of None means where the file stands.
func between(th *thread, a []value, f func(in int, from *int64, out int, to *int64, n, flags int) (int, error)) value {
	var n [3]int
	for i := range n {
		var ok bool
		if n[i], ok = intArg(th, a[i], 0); !ok {
			return value{}
		}
	}
	if n[2] < 0 {
		return th.ValueError("negative value for 'count' not allowed")
	}
	var offsets [2]*int64
	for i := range offsets {
		if isNone(a[3+i]) {
			continue
		}
		at, ok := intArg(th, a[3+i], 0)
		if !ok {
			return value{}
		}
		start := int64(at)
		offsets[i] = &start
	}
	flags := 0
	if len(a) > 5 {
		var ok bool
		if flags, ok = intArg(th, a[5], 0); !ok {
			return value{}
		}
	}
	flush(th)
	var moved int
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) { moved, err = f(n[0], offsets[0], n[1], offsets[1], n[2], flags); return err })
	})
	return result(th, object.Int(int64(moved)), err)
}

// lockf is the C library's: locks, from where the file stands, by fcntl.
func lockf(a []int) error {
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: 1, Len: int64(a[2])}
	command := syscall.F_SETLK
	switch a[1] {
	case 0: // F_ULOCK
		lock.Type = syscall.F_UNLCK
	case 1: // F_LOCK
		command = syscall.F_SETLKW
	case 2: // F_TLOCK
	case 3: // F_TEST
		if err := syscall.FcntlFlock(uintptr(a[0]), syscall.F_GETLK, &lock); err != nil {
			return err
		}
		if lock.Type != syscall.F_UNLCK {
			return syscall.EACCES
		}
		return nil
	default:
		return syscall.EINVAL
	}
	return syscall.FcntlFlock(uintptr(a[0]), command, &lock)
}
