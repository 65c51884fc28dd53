// Addresses: Python tuples and strings to the system's and back.
package socketmod

import (
	"net"
	"syscall"
	"unsafe"

	"pyasync/object"
)

var nameMethods = []object.Method{
	{Name: "getsockname", F0: func(th *thread, self value) value {
		sa, err := syscall.Getsockname(sockOf(self).fd)
		if err != nil {
			return fail(th, err)
		}
		return addressValue(sa)
	}},
	{Name: "getpeername", F0: func(th *thread, self value) value {
		sa, err := syscall.Getpeername(sockOf(self).fd)
		if err != nil {
			return fail(th, err)
		}
		return addressValue(sa)
	}},
}

// addressValue is the Python form of an address.
func addressValue(sa syscall.Sockaddr) value {
	switch a := sa.(type) {
	case *syscall.SockaddrInet4:
		return object.TupleOf(object.StrValue(net.IP(a.Addr[:]).String()), object.Int(int64(a.Port)))
	case *syscall.SockaddrInet6:
		return object.TupleOf(object.StrValue(ip6Text(a)), object.Int(int64(a.Port)), object.Int(0), object.Int(int64(a.ZoneId)))
	case *syscall.SockaddrUnix:
		if a.Name == "@" { // how Go calls a socket without a name
			return object.StrValue("")
		}
		if len(a.Name) > 0 && a.Name[0] == '@' {
			return object.BytesValue([]byte("\x00" + a.Name[1:]))
		}
		return object.StrValue(a.Name)
	}
	return object.None
}

func ip6Text(a *syscall.SockaddrInet6) string {
	ip := net.IP(a.Addr[:])
	if ip4 := ip.To4(); ip4 != nil {
		return "::ffff:" + ip4.String()
	}
	return ip.String() // without the scope, which is an element of its own
}

// address converts an argument for the socket's family; fn names the method for errors.
func (s *Socket) address(th *thread, v value, fn string) (syscall.Sockaddr, bool) {
	switch s.family {
	case syscall.AF_UNIX:
		return unixAddress(th, v)
	case syscall.AF_INET, syscall.AF_INET6:
		return s.inetAddress(th, v, fn)
	}
	th.Raise(&object.OSErrorType, fn+"(): unknown address family")
	return nil, false
}

func unixAddress(th *thread, v value) (syscall.Sockaddr, bool) {
	path, ok := object.GoString(v)
	if !ok {
		if !object.IsBytesLike(v) {
			th.TypeError("a bytes-like object is required, not '%s'", v.Type().TPName())
			return nil, false
		}
		b, good := object.BytesLike(th, v)
		if !good {
			return nil, false
		}
		path = string(b)
	}
	if len(path) > 107 {
		th.Raise(&object.OSErrorType, "AF_UNIX path too long")
		return nil, false
	}
	switch {
	case path != "" && path[0] == 0:
		path = "@" + path[1:]
	case path != "" && path[0] == '@': // which Go takes for an abstract name
		path = "./" + path
	}
	return &syscall.SockaddrUnix{Name: path}, true
}

func (s *Socket) inetAddress(th *thread, v value, fn string) (syscall.Sockaddr, bool) {
	t, ok := object.AsTuple(v)
	if !ok {
		family := "AF_INET"
		if s.family == syscall.AF_INET6 {
			family = "AF_INET6"
		}
		th.TypeError("%s(): %s address must be tuple, not %s", fn, family, v.Type().TPName())
		return nil, false
	}
	want := "AF_INET address must be a pair (host, port)"
	most := 2
	if s.family == syscall.AF_INET6 {
		want, most = "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])", 4
	}
	if len(t.Items) < 2 || len(t.Items) > most {
		th.TypeError("%s(): %s", fn, want)
		return nil, false
	}
	host, ok := hostText(th, t.Items[0])
	if !ok {
		return nil, false
	}
	port, ok := th.AsIndex(t.Items[1], &object.OverflowErrorType)
	if !ok {
		return nil, false
	}
	if port < 0 || port > 65535 {
		th.OverflowError("%s(): port must be 0-65535.", fn)
		return nil, false
	}
	ip, zone, ok := resolveOne(th, host, s.family)
	if !ok {
		return nil, false
	}
	if s.family == syscall.AF_INET {
		a := &syscall.SockaddrInet4{Port: port}
		copy(a.Addr[:], ip.To4())
		return a, true
	}
	a := &syscall.SockaddrInet6{Port: port, ZoneId: zone}
	copy(a.Addr[:], ip.To16())
	if len(t.Items) == 4 {
		n, ok := th.AsIndex(t.Items[3], &object.OverflowErrorType)
		if !ok {
			return nil, false
		}
		if n != 0 {
			a.ZoneId = uint32(n)
		}
	}
	return a, true
}

// hostText converts a host argument.
func hostText(th *thread, v value) (string, bool) {
	if s, ok := object.GoString(v); ok {
		return s, true
	}
	if object.IsBytesLike(v) {
		b, ok := object.BytesLike(th, v)
		return string(b), ok
	}
	th.TypeError("str, bytes or bytearray expected, not %s", v.Type().TPName())
	return "", false
}

// resolveOne finds one address of a host, as a socket call given a name does.
func resolveOne(th *thread, host string, family int) (net.IP, uint32, bool) {
	switch host {
	case "":
		if family == syscall.AF_INET {
			return net.IPv4zero, 0, true
		}
		return net.IPv6zero, 0, true
	case "<broadcast>":
		return net.IPv4bcast, 0, true
	}
	if ip := net.ParseIP(host); ip != nil {
		if family == syscall.AF_INET && ip.To4() != nil || family == syscall.AF_INET6 {
			return ip, 0, true
		}
		gaiError(th, eaiAddrFamily)
		return nil, 0, false
	}
	ips, ok := lookup(th, host, family)
	if !ok {
		return nil, 0, false
	}
	return ips[0].ip, ips[0].zone, true
}

func rawGetsockopt(fd, level, opt int, buf []byte) (int, error) {
	n := uint32(len(buf))
	_, _, errno := syscall.RawSyscall6(syscall.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(&buf[0])), uintptr(unsafe.Pointer(&n)), 0)
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}
