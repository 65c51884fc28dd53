// Names: getaddrinfo and its relatives, on Go's resolver.
package socketmod

import (
	"context"
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"

	"pyasync/object"
)

// gaierror and herror.
var gaiErrorType, hErrorType object.Type

// The codes of getaddrinfo.
const (
	eaiNoName     = -2
	eaiAgain      = -3
	eaiFamily     = -6
	eaiSockType   = -7
	eaiService    = -8
	eaiAddrFamily = -9
)

var gaiTexts = map[int]string{
	eaiNoName: "Name or service not known", eaiAgain: "Temporary failure in name resolution", eaiFamily: "ai_family not supported",
	eaiSockType: "ai_socktype not supported", eaiService: "Servname not supported for ai_socktype",
	eaiAddrFamily: "Address family for hostname not supported",
}

func init() {
	object.Define(&gaiErrorType, object.Spec{Name: "socket.gaierror", Base: &object.OSErrorType})
	object.Define(&hErrorType, object.Spec{Name: "socket.herror", Base: &object.OSErrorType})
}

func gaiError(th *thread, code int) value {
	e := th.CallArgs(gaiErrorType.V(), object.Int(int64(code)), object.StrValue(gaiTexts[code]))
	if e.IsNil() {
		return e
	}
	return th.RaiseValue(e)
}

type resolved struct {
	ip   net.IP
	zone uint32
}

// lookup finds the addresses of a name, IPv6 first as the C library sorts them for the loopback names.
func lookup(th *thread, host string, family int) ([]resolved, bool) {
	var addrs []net.IPAddr
	var err error
	th.Blocking(func() { addrs, err = net.DefaultResolver.LookupIPAddr(context.Background(), host) })
	if err != nil {
		var dns *net.DNSError
		if errors.As(err, &dns) && (dns.IsTemporary || dns.IsTimeout) && !dns.IsNotFound {
			gaiError(th, eaiAgain)
		} else {
			gaiError(th, eaiNoName)
		}
		return nil, false
	}
	var v4, v6 []resolved
	for _, a := range addrs {
		if a.IP.To4() != nil {
			v4 = append(v4, resolved{ip: a.IP})
		} else {
			v6 = append(v6, resolved{ip: a.IP, zone: zoneID(a.Zone)})
		}
	}
	var list []resolved
	if family != syscall.AF_INET {
		list = append(list, v6...)
	}
	if family != syscall.AF_INET6 {
		list = append(list, v4...)
	}
	if len(list) == 0 {
		gaiError(th, eaiAddrFamily)
		return nil, false
	}
	return list, true
}

func zoneID(zone string) uint32 {
	if zone == "" {
		return 0
	}
	if n, err := strconv.Atoi(zone); err == nil {
		return uint32(n)
	}
	if i, err := net.InterfaceByName(zone); err == nil {
		return uint32(i.Index)
	}
	return 0
}

// Flags of getaddrinfo.
const (
	aiPassive     = 1
	aiCanonName   = 2
	aiNumericHost = 4
	aiNumericServ = 0x400
)

// kinds are the socket types that getaddrinfo lists, with their protocols.
var kinds = []struct {
	kind, proto int
	network     string
}{{syscall.SOCK_STREAM, syscall.IPPROTO_TCP, "tcp"}, {syscall.SOCK_DGRAM, syscall.IPPROTO_UDP, "udp"}, {syscall.SOCK_RAW, 0, "ip"}}

func getaddrinfo(th *thread, m value, a []value) value {
	var n [4]int
	for i := range n {
		if !a[2+i].IsNil() {
			var ok bool
			if n[i], ok = th.AsIndex(a[2+i], nil); !ok {
				return value{}
			}
		}
	}
	family, kind, proto, flags := n[0], n[1], n[2], n[3]
	if family != syscall.AF_UNSPEC && family != syscall.AF_INET && family != syscall.AF_INET6 {
		return gaiError(th, eaiFamily)
	}
	hosts, canon, ok := findHosts(th, a[0], family, flags)
	if !ok {
		return value{}
	}
	var rows []value
	for _, h := range hosts {
		for _, k := range kinds {
			if kind != 0 && kind != k.kind || proto != 0 && k.proto != 0 && proto != k.proto {
				continue
			}
			port, ok, skip := findPort(th, a[1], k.network, kind == 0)
			if skip {
				continue
			}
			if !ok {
				return value{}
			}
			p := k.proto
			if p == 0 {
				p = proto
			}
			rows = append(rows, infoRow(h, k.kind, p, port, canon))
			canon = ""
		}
	}
	if len(rows) == 0 {
		return gaiError(th, eaiService)
	}
	return object.NewList(rows).V()
}

func infoRow(h resolved, kind, proto, port int, canon string) value {
	var sa syscall.Sockaddr
	family := syscall.AF_INET
	if ip4 := h.ip.To4(); ip4 != nil {
		a := &syscall.SockaddrInet4{Port: port}
		copy(a.Addr[:], ip4)
		sa = a
	} else {
		a := &syscall.SockaddrInet6{Port: port, ZoneId: h.zone}
		copy(a.Addr[:], h.ip.To16())
		sa, family = a, syscall.AF_INET6
	}
	return object.TupleOf(object.Int(int64(family)), object.Int(int64(kind)), object.Int(int64(proto)), object.StrValue(canon), addressValue(sa))
}

// findHosts lists the addresses of a host argument.
func findHosts(th *thread, v value, family, flags int) (list []resolved, canon string, ok bool) {
	if v.IsNone() {
		v6, v4 := net.IPv6loopback, net.IPv4(127, 0, 0, 1)
		if flags&aiPassive != 0 {
			v6, v4 = net.IPv6zero, net.IPv4zero
			// The C library lists the IPv4 wildcard first.
			if family != syscall.AF_INET6 {
				list = append(list, resolved{ip: v4})
			}
			if family != syscall.AF_INET {
				list = append(list, resolved{ip: v6})
			}
			return list, "", true
		}
		if family != syscall.AF_INET {
			list = append(list, resolved{ip: v6})
		}
		if family != syscall.AF_INET6 {
			list = append(list, resolved{ip: v4})
		}
		return list, "", true
	}
	host, ok := object.GoString(v)
	if !ok {
		if !object.IsBytesLike(v) {
			th.TypeError("getaddrinfo() argument 1 must be string or None")
			return nil, "", false
		}
		b, good := object.BytesLike(th, v)
		if !good {
			return nil, "", false
		}
		host = string(b)
	}
	if flags&aiCanonName != 0 {
		canon = host
	}
	bare, zone := host, ""
	for i := range host {
		if host[i] == '%' {
			bare, zone = host[:i], host[i+1:]
		}
	}
	if ip := net.ParseIP(bare); ip != nil {
		is4 := ip.To4() != nil
		if is4 && family == syscall.AF_INET6 || !is4 && family == syscall.AF_INET {
			gaiError(th, eaiAddrFamily)
			return nil, "", false
		}
		return []resolved{{ip, zoneID(zone)}}, canon, true
	}
	if host == "" || flags&aiNumericHost != 0 {
		gaiError(th, eaiNoName)
		return nil, "", false
	}
	list, ok = lookup(th, host, family)
	return list, canon, ok
}

// findPort converts a service argument; skip: this kind of socket has no such service.
func findPort(th *thread, v value, network string, try bool) (port int, ok, skip bool) {
	if v.IsNone() {
		return 0, true, false
	}
	text, isText := object.GoString(v)
	if !isText {
		if object.IsBytesLike(v) {
			b, good := object.BytesLike(th, v)
			if !good {
				return 0, false, false
			}
			text, isText = string(b), true
		}
	}
	if !isText {
		if !object.IsInstance(v, &object.IntType) {
			th.Raise(&object.OSErrorType, "Int or String expected")
			return 0, false, false
		}
		n, good := th.AsIndex(v, &object.OverflowErrorType)
		return n & 0xffff, good, false
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n & 0xffff, true, false
	}
	if text == "" {
		return 0, true, false
	}
	if network == "ip" {
		return 0, false, true
	}
	n, err := net.LookupPort(network, text)
	if err != nil {
		if try {
			return 0, false, true
		}
		gaiError(th, eaiService)
		return 0, false, false
	}
	return n, true, false
}

func getnameinfo(th *thread, m value, a []value) value {
	t, ok := object.AsTuple(a[0])
	if !ok {
		return th.TypeError("getnameinfo() argument 1 must be a tuple")
	}
	if len(t.Items) < 2 {
		return th.TypeError("getnameinfo(): illegal sockaddr argument")
	}
	flags, ok := th.AsIndex(a[1], nil)
	if !ok {
		return value{}
	}
	host, ok := hostText(th, t.Items[0])
	port, ok2 := th.AsIndex(t.Items[1], nil)
	if !ok || !ok2 {
		return value{}
	}
	if net.ParseIP(host) == nil {
		return gaiError(th, eaiNoName)
	}
	const numericHost, numericServ, nameRequired = 1, 2, 8
	if flags&numericHost == 0 {
		var names []string
		th.Blocking(func() { names, _ = net.DefaultResolver.LookupAddr(context.Background(), host) })
		if len(names) > 0 {
			host = names[0]
			if host[len(host)-1] == '.' {
				host = host[:len(host)-1]
			}
		} else if flags&nameRequired != 0 {
			return gaiError(th, eaiNoName)
		}
	}
	service := itoa(port)
	if flags&numericServ == 0 {
		if s := serviceName(port, "tcp"); s != "" {
			service = s
		}
	}
	return object.TupleOf(object.StrValue(host), object.StrValue(service))
}

// serviceName finds the name of a port among the common ones.
func serviceName(port int, network string) string {
	for _, s := range [...]string{"ftp", "ssh", "telnet", "smtp", "domain", "http", "pop3", "ntp", "imap", "https", "imaps", "pop3s"} {
		if n, err := net.LookupPort(network, s); err == nil && n == port {
			return s
		}
	}
	return ""
}

func gethostname(th *thread, m value) value {
	s, err := os.Hostname()
	if err != nil {
		return fail(th, err)
	}
	return object.StrValue(s)
}

func gethostbyname(th *thread, m, v value) value {
	host, ok := hostText(th, v)
	if !ok {
		return value{}
	}
	ip, _, ok := resolveOne(th, host, syscall.AF_INET)
	if !ok {
		return value{}
	}
	return object.StrValue(ip.String())
}
