// The module's table: functions and constants.
package socketmod

import (
	"encoding/binary"
	"net"
	"syscall"

	"pyasync/object"
)

// Init fills the module _socket.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&SocketType)
	m.Set("SocketType", SocketType.V())
	m.Set("gaierror", gaiErrorType.V())
	m.Set("herror", hErrorType.V())
	m.Set("error", object.OSErrorType.V())
	m.Set("timeout", object.TimeoutErrorType.V())
	m.Set("has_ipv6", object.True)
	m.AddFuncs(functions)
	for _, c := range constants {
		m.Set(c.name, object.Int(c.n))
	}
	return true
}

var functions = []object.Method{
	{Name: "getaddrinfo", Sig: "host, port, family=0, type=0, proto=0, flags=0", F: getaddrinfo},
	{Name: "getnameinfo", Sig: "sockaddr, flags, /", F: getnameinfo},
	{Name: "gethostname", F0: gethostname},
	{Name: "gethostbyname", Sig: "host, /", F1: gethostbyname},
	{Name: "getdefaulttimeout", F0: func(th *thread, m value) value {
		s := Socket{timeout: stateOf(th).defaultTimeout}
		return s.timeoutValue()
	}},
	{Name: "setdefaulttimeout", Sig: "timeout, /", F1: func(th *thread, m, t value) value {
		d, ok := parseTimeout(th, t)
		if !ok {
			return value{}
		}
		stateOf(th).defaultTimeout = d
		return object.None
	}},
	{Name: "socketpair", Sig: "family=1, type=1, proto=0, /", F: func(th *thread, m value, a []value) value {
		n := [3]int{syscall.AF_UNIX, syscall.SOCK_STREAM, 0}
		for i := range n {
			if !a[i].IsNil() {
				var ok bool
				if n[i], ok = th.AsIndex(a[i], nil); !ok {
					return value{}
				}
			}
		}
		p, err := syscall.Socketpair(n[0], n[1]|syscall.SOCK_CLOEXEC, n[2])
		if err != nil {
			return fail(th, err)
		}
		return object.TupleOf(object.Int(int64(p[0])), object.Int(int64(p[1])))
	}},
	{Name: "dup", Sig: "fd, /", F1: func(th *thread, m, v value) value {
		fd, ok := th.AsIndex(v, nil)
		if !ok {
			return value{}
		}
		n, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
		if errno != 0 {
			return fail(th, errno)
		}
		return object.Int(int64(n))
	}},
	{Name: "close", Sig: "fd, /", F1: func(th *thread, m, v value) value {
		fd, ok := th.AsIndex(v, nil)
		if !ok {
			return value{}
		}
		if err := syscall.Close(fd); err != nil {
			return fail(th, err)
		}
		return object.None
	}},
	{Name: "inet_aton", Sig: "ip_addr, /", F1: func(th *thread, m, v value) value {
		s, _ := object.GoString(v)
		ip := net.ParseIP(s).To4()
		if ip == nil {
			return th.Raise(&object.OSErrorType, "illegal IP address string passed to inet_aton")
		}
		return object.BytesValue(append([]byte(nil), ip...))
	}},
	{Name: "inet_ntoa", Sig: "packed_ip, /", F1: func(th *thread, m, v value) value {
		b, ok := bytesArg(th, v)
		if !ok {
			return value{}
		}
		if len(b) != 4 {
			return th.Raise(&object.OSErrorType, "packed IP wrong length")
		}
		return object.StrValue(net.IP(b).String())
	}},
	{Name: "inet_pton", Sig: "address_family, ip_string, /", F2: inetPton},
	{Name: "inet_ntop", Sig: "address_family, packed_ip, /", F2: inetNtop},
	{Name: "htons", Sig: "integer, /", F1: swap16}, {Name: "ntohs", Sig: "integer, /", F1: swap16},
	{Name: "htonl", Sig: "integer, /", F1: swap32}, {Name: "ntohl", Sig: "integer, /", F1: swap32},
	{Name: "getservbyname", Sig: "servicename, protocolname='tcp', /", F: func(th *thread, m value, a []value) value {
		s, _ := object.GoString(a[0])
		network := "tcp"
		if !a[1].IsNil() {
			network, _ = object.GoString(a[1])
		}
		n, err := net.LookupPort(network, s)
		if err != nil {
			return th.Raise(&object.OSErrorType, "service/proto not found")
		}
		return object.Int(int64(n))
	}},
}

func inetPton(th *thread, m, family, v value) value {
	af, ok := th.AsIndex(family, nil)
	if !ok {
		return value{}
	}
	s, isStr := object.GoString(v)
	if !isStr {
		return th.TypeError("inet_pton() argument 2 must be str, not %s", v.Type().TPName())
	}
	ip := net.ParseIP(s)
	dotted := false
	for i := range s {
		if s[i] == ':' {
			dotted = true
		}
	}
	switch {
	case af == syscall.AF_INET && ip.To4() != nil && !dotted:
		return object.BytesValue(append([]byte(nil), ip.To4()...))
	case af == syscall.AF_INET6 && ip != nil && dotted:
		return object.BytesValue(append([]byte(nil), ip.To16()...))
	case af != syscall.AF_INET && af != syscall.AF_INET6:
		return fail(th, syscall.EAFNOSUPPORT)
	}
	return th.Raise(&object.OSErrorType, "illegal IP address string passed to inet_pton")
}

func inetNtop(th *thread, m, family, v value) value {
	af, ok := th.AsIndex(family, nil)
	if !ok {
		return value{}
	}
	b, ok := bytesArg(th, v)
	if !ok {
		return value{}
	}
	switch {
	case af == syscall.AF_INET && len(b) == 4:
		return object.StrValue(net.IP(b).String())
	case af == syscall.AF_INET6 && len(b) == 16:
		a := &syscall.SockaddrInet6{}
		copy(a.Addr[:], b)
		return object.StrValue(ip6Text(a))
	case af != syscall.AF_INET && af != syscall.AF_INET6:
		return th.ValueError("unknown address family %d", af)
	}
	return th.ValueError("invalid length of packed IP address string")
}

func swap16(th *thread, m, v value) value {
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 || n > 0xffff {
		return th.OverflowError("ntohs: Python int too large to convert to C 16-bit unsigned integer")
	}
	var b [2]byte
	binary.BigEndian.PutUint16(b[:], uint16(n))
	return object.Int(int64(binary.NativeEndian.Uint16(b[:])))
}

func swap32(th *thread, m, v value) value {
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], uint32(n))
	return object.Int(int64(binary.NativeEndian.Uint32(b[:])))
}

var constants = []struct {
	name string
	n    int64
}{
	{"AF_UNSPEC", 0}, {"AF_UNIX", 1}, {"AF_INET", 2}, {"AF_INET6", 10}, {"AF_NETLINK", 16}, {"AF_PACKET", 17}, {"AF_VSOCK", 40},
	{"SOCK_STREAM", 1}, {"SOCK_DGRAM", 2}, {"SOCK_RAW", 3}, {"SOCK_RDM", 4}, {"SOCK_SEQPACKET", 5}, {"SOCK_CLOEXEC", 0x80000}, {"SOCK_NONBLOCK", 0x800},
	{"SOL_SOCKET", 1}, {"SOL_IP", 0}, {"SOL_TCP", 6}, {"SOL_UDP", 17},
	{"SO_DEBUG", 1}, {"SO_REUSEADDR", 2}, {"SO_TYPE", 3}, {"SO_ERROR", 4}, {"SO_DONTROUTE", 5}, {"SO_BROADCAST", 6}, {"SO_SNDBUF", 7}, {"SO_RCVBUF", 8},
	{"SO_KEEPALIVE", 9}, {"SO_OOBINLINE", 10}, {"SO_LINGER", 13}, {"SO_REUSEPORT", 15}, {"SO_PASSCRED", 16}, {"SO_PEERCRED", 17}, {"SO_RCVLOWAT", 18}, {"SO_SNDLOWAT", 19},
	{"SO_RCVTIMEO", 20}, {"SO_SNDTIMEO", 21}, {"SO_ACCEPTCONN", 30}, {"SO_PROTOCOL", 38}, {"SO_DOMAIN", 39}, {"SO_BINDTODEVICE", 25},
	{"IPPROTO_IP", 0}, {"IPPROTO_ICMP", 1}, {"IPPROTO_TCP", 6}, {"IPPROTO_UDP", 17}, {"IPPROTO_IPV6", 41}, {"IPPROTO_ICMPV6", 58}, {"IPPROTO_RAW", 255},
	{"TCP_NODELAY", 1}, {"TCP_MAXSEG", 2}, {"TCP_CORK", 3}, {"TCP_KEEPIDLE", 4}, {"TCP_KEEPINTVL", 5}, {"TCP_KEEPCNT", 6}, {"TCP_QUICKACK", 12}, {"TCP_USER_TIMEOUT", 18}, {"TCP_FASTOPEN", 23},
	{"IP_TOS", 1}, {"IP_TTL", 2}, {"IP_MULTICAST_IF", 32}, {"IP_MULTICAST_TTL", 33}, {"IP_MULTICAST_LOOP", 34}, {"IP_ADD_MEMBERSHIP", 35}, {"IP_DROP_MEMBERSHIP", 36},
	{"IPV6_V6ONLY", 26}, {"IPV6_UNICAST_HOPS", 16}, {"IPV6_MULTICAST_IF", 17}, {"IPV6_MULTICAST_HOPS", 18}, {"IPV6_MULTICAST_LOOP", 19}, {"IPV6_JOIN_GROUP", 20}, {"IPV6_LEAVE_GROUP", 21},
	{"SHUT_RD", 0}, {"SHUT_WR", 1}, {"SHUT_RDWR", 2}, {"SOMAXCONN", 4096},
	{"MSG_OOB", 1}, {"MSG_PEEK", 2}, {"MSG_DONTROUTE", 4}, {"MSG_CTRUNC", 8}, {"MSG_TRUNC", 0x20}, {"MSG_DONTWAIT", 0x40}, {"MSG_EOR", 0x80}, {"MSG_WAITALL", 0x100}, {"MSG_NOSIGNAL", 0x4000}, {"MSG_MORE", 0x8000}, {"MSG_CMSG_CLOEXEC", 0x40000000},
	{"AI_PASSIVE", 1}, {"AI_CANONNAME", 2}, {"AI_NUMERICHOST", 4}, {"AI_V4MAPPED", 8}, {"AI_ALL", 16}, {"AI_ADDRCONFIG", 32}, {"AI_NUMERICSERV", 1024},
	{"EAI_ADDRFAMILY", -9}, {"EAI_AGAIN", -3}, {"EAI_BADFLAGS", -1}, {"EAI_FAIL", -4}, {"EAI_FAMILY", -6}, {"EAI_MEMORY", -10}, {"EAI_NODATA", -5}, {"EAI_NONAME", -2}, {"EAI_OVERFLOW", -12}, {"EAI_SERVICE", -8}, {"EAI_SOCKTYPE", -7}, {"EAI_SYSTEM", -11},
	{"NI_NUMERICHOST", 1}, {"NI_NUMERICSERV", 2}, {"NI_NOFQDN", 4}, {"NI_NAMEREQD", 8}, {"NI_DGRAM", 16}, {"NI_MAXHOST", 1025}, {"NI_MAXSERV", 32},
	{"INADDR_ANY", 0}, {"INADDR_BROADCAST", 0xffffffff}, {"INADDR_LOOPBACK", 0x7f000001}, {"INADDR_NONE", 0xffffffff},
	{"SCM_RIGHTS", 1}, {"SCM_CREDENTIALS", 2},
}
