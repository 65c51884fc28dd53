# Addresses and networks: scopes, tunnels, what is private, comparing, excluding, errors.
import ipaddress as ip
import pickle


def t(f, *a):
    try:
        r = f(*a)
        print(repr(list(r) if hasattr(r, '__next__') else r))
    except Exception as e:
        print(type(e).__name__, e)


t(bytes, ip.ip_address('1.2.3.4'))
t([1].__getitem__, ip.ip_address('0.0.0.0'))
t(hex, ip.ip_address('1.2.3.4'))
for text in '::1%', '::1%a%', '::1%scope', '1::2::3', '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4/33', '::/129', '1.2.3.4/24', '1.2.3.4/255.255.0.255', 'fe80::1%eth0/64':
    t(ip.ip_address, text)
    t(ip.ip_network, text)
    t(ip.ip_interface, text)
n = ip.ip_network('fe80::%eth0/64')
print(n, n.network_address, n.network_address.scope_id, n == ip.ip_network('fe80::/64'), ip.ip_network('fe80::1%eth0/128'))
i = ip.ip_interface('fe80::1%eth0/64')
print(ip.ip_interface('::1/127').is_loopback, ip.ip_interface('1.2.3.4/8').reverse_pointer, i, i.ip, i.network, i.exploded, ip.ip_interface('1.2.3.4/8').exploded)
print(ip.ip_address('2001:0:4136:e378:8000:63bf:3fff:fdd2').teredo, ip.ip_address('2002:ac1d:2d64::1').sixtofour, ip.ip_address('::1').teredo)
for text in ('10.0.0.0/8', '10.0.0.0/7', '0.0.0.0/0', '100.64.0.0/10', '192.0.0.0/29', '192.0.0.9/32', '8.8.8.0/24', 'fec0::/10', '2001:4:112::/48', 'fc00::/8', '::/0',
             'ff00::/8', '127.0.0.0/8', '169.254.1.0/24'):
    a = ip.ip_network(text)
    print(text, a.is_private, a.is_global, a.is_loopback, a.is_link_local, a.is_multicast, a.is_reserved, a.is_unspecified, getattr(a, 'is_site_local', None))
a, b = ip.ip_network('10.0.0.0/8'), ip.ip_network('10.0.0.0/9')
print(a.compare_networks(b), b.compare_networks(a), a.compare_networks(a), list(a.address_exclude(b)), b.subnet_of(a), a.overlaps(b))
t(a.compare_networks, ip.ip_network('::/8'))
t(a.address_exclude, ip.ip_network('::/8'))
t(lambda: list(a.address_exclude(ip.ip_address('10.0.0.0'))))
t(lambda: list(b.address_exclude(a)))
t(lambda: a < ip.ip_network('::/8'))
t(a.subnet_of, ip.ip_network('::/8'))
t(ip.summarize_address_range, ip.ip_address('1.1.1.0'), ip.ip_address('1.1.1.130'))
t(lambda: list(ip.summarize_address_range(ip.ip_address('1.1.1.9'), ip.ip_address('1.1.1.1'))))
t(ip.collapse_addresses, [ip.ip_network('1.1.0.0/24'), ip.ip_network('1.1.1.0/24'), ip.ip_address('1.1.2.0')])
print(pickle.loads(pickle.dumps([a, i, n])) == [a, i, n], hash(a) == hash(ip.ip_network('10.0.0.0/8')), a.broadcast_address is a.broadcast_address)
