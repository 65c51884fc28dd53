import ipaddress as ip
for t in "1.2.3.4", "::1", "2001:db8::ff", "1.2.3", "256.1.1.1", "01.2.3.4", "", "::ffff:1.2.3.4", "1::2::3", "12345::", ":1:2:3:4:5:6:7", "x", 5, b'abcd', 2**100, -1:
    try:
        a = ip.ip_address(t); print(repr(a), a.exploded, a.is_private, a.is_loopback, a.is_global, a.reverse_pointer, a.packed, int(a), a.is_multicast, a.is_reserved, a.is_link_local)
    except Exception as e: print(type(e).__name__, e)
    try: ip.IPv4Address(t)
    except Exception as e: print(type(e).__name__, e)
    try: ip.IPv6Address(t)
    except Exception as e: print(type(e).__name__, e)
for t in "10.0.0.0/8", "10.0.0.1/8", "192.168.1.0/255.255.255.0", "2001:db8::/32", "1.2.3.4/33", "1.2.3.0/24/5", "1.2.3.4", "10.0.0.0/30", "10.0.0.0/31", "0.0.0.0/0.0.0.255":
    try:
        n = ip.ip_network(t); print(repr(n), n.netmask, n.hostmask, n.num_addresses, n.broadcast_address, n.with_netmask, n.prefixlen, n[0], n[-1], n.supernet(), ip.ip_address("10.0.0.3") in n, n.is_private)
        if n.num_addresses < 300: print([str(h) for h in n.hosts()][:6], list(n.subnets())[:3], len(list(n)))
    except Exception as e: print(type(e).__name__, e)
i = ip.ip_interface("192.168.1.5/24"); print(repr(i), i.ip, i.network, i.with_netmask)
print(list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), ip.ip_network("10.0.2.0/24")])))
print(list(ip.summarize_address_range(ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.9"))))
print(sorted([ip.ip_address("10.0.0.2"), ip.ip_address("9.0.0.1")]), ip.ip_address("1.1.1.1") + 5, ip.ip_address("1.1.1.1") < ip.ip_address("1.1.1.2"))
print(list(ip.ip_network("10.0.0.0/28").address_exclude(ip.ip_network("10.0.0.4/30"))))
