"""IP addresses, interfaces and networks, versions 4 and 6."""

import functools
import re

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


def _of_either(classes, value, what):
    for cls in classes:
        try:
            return cls(*value[1:])
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{value[0]!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    """Return an IPv4Address or IPv6Address for text, an int or packed bytes."""
    return _of_either((IPv4Address, IPv6Address), (address, address), 'address')


def ip_network(address, strict=True):
    """Return an IPv4Network or IPv6Network; strict forbids host bits."""
    return _of_either((IPv4Network, IPv6Network), (address, address, strict), 'network')


def ip_interface(address):
    """Return an IPv4Interface or IPv6Interface."""
    return _of_either((IPv4Interface, IPv6Interface), (address, address), 'interface')


def v4_int_to_packed(address):
    """Return the four bytes of a version 4 address."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    """Return the sixteen bytes of a version 6 address."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


class _Version4:
    """What is particular to version 4: the text form."""
    __slots__ = ()
    version = 4
    max_prefixlen = IPV4LENGTH
    _all_ones = 2 ** IPV4LENGTH - 1

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError(f'Expected 4 octets in {text!r}')
        try:
            return int.from_bytes(map(cls._octet, octets))
        except ValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None

    @staticmethod
    def _octet(text):
        if not text:
            raise ValueError('Empty octet not permitted')
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f'Only decimal digits permitted in {text!r}')
        if len(text) > 3:
            raise ValueError(f'At most 3 characters permitted in {text!r}')
        if text != '0' and text[0] == '0':
            raise ValueError(f'Leading zeros are not permitted in {text!r}')
        n = int(text)
        if n > 255:
            raise ValueError(f'Octet {n} (> 255) not permitted')
        return n

    @staticmethod
    def _text(n):
        return '.'.join(map(str, n.to_bytes(4)))


class _Version6:
    """What is particular to version 6."""
    __slots__ = ()
    version = 6
    max_prefixlen = IPV6LENGTH
    _all_ones = 2 ** IPV6LENGTH - 1

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError(f'At least 3 parts expected in {text!r}')
        if '.' in parts[-1]:
            try:
                n = IPv4Address(parts.pop())._ip
            except AddressValueError as e:
                raise AddressValueError(f'{e} in {text!r}') from None
            parts += [f'{n >> 16:x}', f'{n & 0xFFFF:x}']
        if len(parts) > 9:
            raise AddressValueError(f'At most 8 colons permitted in {text!r}')
        gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {text!r}")
        if gaps:
            head, tail = parts[:gaps[0]], parts[gaps[0] + 1:]
            if not head[0]:
                head = head[1:]
                if head:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not tail[-1]:
                tail = tail[:-1]
                if tail:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            missing = 8 - len(head) - len(tail)
            if missing < 1:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
            parts = head + ['0'] * missing + tail
        else:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        n = 0
        for part in parts:
            n = n << 16 | cls._hextet(part, text)
        return n

    @staticmethod
    def _hextet(part, text):
        if not set(part) <= set('0123456789abcdefABCDEF'):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')
        return int(part, 16)

    @staticmethod
    def _groups(n):
        return [n >> shift & 0xFFFF for shift in range(112, -1, -16)]

    @classmethod
    def _text(cls, n):
        groups = cls._groups(n)
        best, length, i = 0, 1, 0
        while i < 8:
            j = i
            while j < 8 and groups[j] == 0:
                j += 1
            if j - i > length:
                best, length = i, j - i
            i = max(j, i + 1)
        hexes = [f'{g:x}' for g in groups]
        if length == 1:
            return ':'.join(hexes)
        return ':'.join(hexes[:best]) + '::' + ':'.join(hexes[best + length:])


@functools.total_ordering
class _Address:
    """What addresses of both versions share: an int and its text."""
    __slots__ = ()

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self.version} address')
            if address > self._all_ones:
                raise AddressValueError(f'{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address')
            self._ip = address
        elif isinstance(address, bytes):
            size = self.max_prefixlen // 8
            if len(address) != size:
                raise AddressValueError(f'{address!r} (len {len(address)} != {size}) is not permitted as an IPv{self.version} address')
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            if self.version == 6:
                text, mark, scope = text.partition('%')
                if mark:
                    if not scope or '%' in scope:
                        raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
                    self._scope_id = scope
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        text = self._text(self._ip)
        if self.version == 6 and self.ipv4_mapped is not None:
            text = f'::ffff:{self.ipv4_mapped}'
        return text if self._scope_id is None else text + '%' + self._scope_id

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self.version == other.version and self._scope_id == other._scope_id
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __hash__(self):
        return hash((hex(self._ip), self._scope_id))

    def __add__(self, n):
        return self.__class__(int(self) + n) if isinstance(n, int) else NotImplemented

    def __sub__(self, n):
        return self.__class__(int(self) - n) if isinstance(n, int) else NotImplemented

    def __format__(self, spec):
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        if not re.fullmatch('#?_?[xbnX]', spec):
            return super().__format__(spec)
        if spec[-1] == 'n':
            spec = spec[:-1] + ('b' if self.version == 4 else 'x')
        digits = self.max_prefixlen if spec[-1] == 'b' else self.max_prefixlen // 4
        width = digits + digits // 4 - 1 if '_' in spec else digits
        return format(int(self), f"{'#' if '#' in spec else ''}0{width + (2 if '#' in spec else 0)}{'_' if '_' in spec else ''}{spec[-1]}")

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def packed(self):
        """The bytes of the address."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    @property
    def compressed(self):
        """The short text."""
        return str(self)

    @property
    def exploded(self):
        """The long text."""
        if self.version == 4:
            return str(self)
        if self.ipv4_mapped is not None:
            return f'0000:0000:0000:0000:0000:ffff:{self.ipv4_mapped}'
        return ':'.join(f'{g:04x}' for g in self._groups(self._ip))

    @property
    def reverse_pointer(self):
        """The name of the address in reverse DNS."""
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(f'{self._ip:032x}'[::-1]) + '.ip6.arpa'

    def _in(self, *networks, mapped=True):
        if mapped and self.version == 6 and self.ipv4_mapped is not None:
            return self.ipv4_mapped._in(*networks)
        return any(self._ip & net.netmask._ip == net.network_address._ip for net in _networks(self.version, networks))

    @property
    def is_multicast(self):
        return self._in('224.0.0.0/4', 'ff00::/8')

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in('127.0.0.0/8', '::1/128')

    @property
    def is_link_local(self):
        return self._in('169.254.0.0/16', 'fe80::/10')

    @property
    def is_reserved(self):
        return self._in('240.0.0.0/4', '::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3',
                        'A000::/3', 'C000::/3', 'E000::/4', 'F000::/5', 'F800::/6', 'FE00::/9', mapped=False)

    @property
    def is_private(self):
        return self._in(*_PRIVATE) and not self._in(*_PUBLIC)

    @property
    def is_global(self):
        return not self._in('100.64.0.0/10') and not self.is_private


_PRIVATE = ('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.0.170/31', '192.0.2.0/24',
            '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32',
            '::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20',
            'fc00::/7', 'fe80::/10')
_PUBLIC = ('192.0.0.9/32', '192.0.0.10/32', '2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28')


@functools.lru_cache(None)
def _networks(version, texts):
    return [ip_network(t) for t in texts if (':' in t) == (version == 6)]


class IPv4Address(_Version4, _Address):
    """A version 4 address."""
    __slots__ = ('_ip', '_scope_id', '__weakref__')

    @property
    def ipv6_mapped(self):
        """The version 6 address that stands for this one."""
        return IPv6Address(f'::ffff:{self}')


class IPv6Address(_Version6, _Address):
    """A version 6 address, perhaps with a scope."""
    __slots__ = ('_ip', '_scope_id', '__weakref__')

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def ipv4_mapped(self):
        """The version 4 address this one stands for, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def is_site_local(self):
        return self._in('fec0::/10', mapped=False)

    @property
    def teredo(self):
        """The server and the client of a Teredo address, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The version 4 address in a 6to4 address, or None."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


def _split(address):
    if isinstance(address, (int, bytes)):
        return address, None
    if not isinstance(address, tuple):
        address = str(address).split('/')
    if len(address) > 2:
        raise AddressValueError(f"Only one '/' permitted in {'/'.join(map(str, address))!r}")
    return address[0], address[1] if len(address) > 1 else None


@functools.total_ordering
class _Network:
    """What networks of both versions share: the first address and the length of the prefix."""

    def __init__(self, address, strict=True):
        first, mask = _split(address)
        first = self._address_class(first)
        self._prefixlen = self.max_prefixlen if mask is None else self._prefix_of(mask)
        self.netmask = self._mask(self._prefixlen)
        bits = first._ip & self.netmask._ip
        if bits != first._ip:
            if strict:
                raise ValueError(f'{self._with(first)} has host bits set')
            first = self._address_class(bits)
        self.network_address = first

    @classmethod
    @functools.cache
    def _mask(cls, prefixlen):
        return cls._address_class(cls._all_ones ^ cls._all_ones >> prefixlen)

    def _with(self, address):
        return f'{address}/{self._prefixlen}'

    @classmethod
    def _prefix_of(cls, mask):
        if isinstance(mask, int):
            if not 0 <= mask <= cls.max_prefixlen:
                raise NetmaskValueError(f'{mask!r} is not a valid netmask')
            return mask
        mask = str(mask)
        if mask.isascii() and mask.isdigit() and int(mask) <= cls.max_prefixlen:
            return int(mask)
        if cls.version == 4:
            try:
                n = cls._parse(mask)
            except AddressValueError:
                pass
            else:
                for bits in (n, n ^ cls._all_ones):
                    for length in range(cls.max_prefixlen + 1):
                        if bits == cls._all_ones ^ cls._all_ones >> length:
                            return length
        raise NetmaskValueError(f'{mask!r} is not a valid netmask')

    @property
    def prefixlen(self):
        return self._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self._address_class(self._all_ones >> self._prefixlen)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @property
    def num_addresses(self):
        return self.hostmask._ip + 1

    @property
    def with_prefixlen(self):
        return self._with(self.network_address)

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    compressed = with_prefixlen

    @property
    def exploded(self):
        return self._with(self.network_address.exploded)

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self.network_address == other.network_address and self._prefixlen == other._prefixlen

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return (self.network_address, self._prefixlen) < (other.network_address, other._prefixlen)

    def __hash__(self):
        return hash((self.network_address._ip, self._prefixlen))

    def __iter__(self):
        for n in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(n)

    def __getitem__(self, n):
        at = self.network_address._ip + n if n >= 0 else self.broadcast_address._ip + n + 1
        if not self.network_address._ip <= at <= self.broadcast_address._ip:
            raise IndexError('address out of range')
        return self._address_class(at)

    def __contains__(self, other):
        if isinstance(other, _Network) or self.version != other.version:
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def hosts(self):
        """Iterate over the addresses that hosts may have."""
        first, last = self.network_address._ip, self.broadcast_address._ip
        if last - first > 1:
            first += 1
            if self.version == 4:
                last -= 1
        elif last == first or self.version == 4 or last - first == 1:
            return iter([self._address_class(n) for n in range(first, last + 1)])
        return (self._address_class(n) for n in range(first, last + 1))

    def overlaps(self, other):
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    def _inside(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def subnet_of(self, other):
        return self._inside(other)

    def supernet_of(self, other):
        return other._inside(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """Iterate over the networks of a longer prefix within this one."""
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            longer = new_prefix - self._prefixlen
            if longer < 0:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = longer
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
        step = self.num_addresses >> prefixlen_diff
        for n in range(self.network_address._ip, self.broadcast_address._ip + 1, step):
            yield self.__class__((n, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """Return the network of a shorter prefix around this one."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return self.__class__((self.network_address._ip & self.netmask._ip << prefixlen_diff & self._all_ones, length), strict=False)

    def compare_networks(self, other):
        """Return -1, 0 or 1: the order of two networks by address, then by length of the prefix."""
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same type')
        mine, others = ((n.network_address, n.netmask) for n in (self, other))
        return (mine > others) - (mine < others)

    def address_exclude(self, other):
        """Iterate over the networks that are left when other is taken away."""
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _Network):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        left = self
        while left != other:
            a, b = left.subnets()
            if other.subnet_of(b):
                a, b = b, a
            yield b
            left = a

    def __reduce__(self):
        return self.__class__, (str(self),)


for _name in ('is_multicast', 'is_unspecified', 'is_loopback', 'is_link_local', 'is_reserved', 'is_site_local'):
    def _both(self, _name=_name):
        return getattr(self.network_address, _name) and getattr(self.broadcast_address, _name)
    setattr(_Network, _name, property(_both))
del _name, _both


def _within_any(network, texts):
    """Tell whether one of some networks has both ends of a network."""
    ends = network.network_address, network.broadcast_address
    return any(all(end in n for end in ends) for n in _networks(network.version, texts))


_Network.is_private = property(lambda self: _within_any(self, _PRIVATE) and not _within_any(self, _PUBLIC))
_Network.is_global = property(lambda self: not _within_any(self, ('100.64.0.0/10',)) and not self.is_private)


class IPv4Network(_Version4, _Network):
    """A version 4 network."""
    _address_class = IPv4Address


class IPv6Network(_Version6, _Network):
    """A version 6 network."""
    _address_class = IPv6Address


class _Interface:
    """An address together with the network it is on."""

    def __init__(self, address):
        first, mask = _split(address)
        super().__init__(first)
        self.network = self._network_class((first, self.max_prefixlen if mask is None else mask), strict=False)
        self.netmask, self.hostmask, self._prefixlen = self.network.netmask, self.network.hostmask, self.network.prefixlen

    def __str__(self):
        return f'{super().__str__()}/{self._prefixlen}'

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is not True:
            return same
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        if isinstance(other, _Interface) and self.version == other.version and self.network != other.network:
            return self.network < other.network
        return super().__lt__(other)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    @property
    def ip(self):
        return self._plain_class(self._ip)

    @property
    def exploded(self):
        return f'{self.ip.exploded}/{self._prefixlen}'

    @property
    def with_prefixlen(self):
        return f'{self.ip}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.ip}/{self.hostmask}'


class IPv4Interface(_Interface, IPv4Address):
    """A version 4 address on its network."""
    _network_class, _plain_class = IPv4Network, IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    """A version 6 address on its network."""
    _network_class, _plain_class = IPv6Network, IPv6Address

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


def summarize_address_range(first, last):
    """Iterate over the networks that cover the addresses from first to last."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    if first.version not in (4, 6):
        raise ValueError('unknown IP version')
    network = IPv4Network if first.version == 4 else IPv6Network
    n, end = first._ip, last._ip
    while n <= end:
        size = min((n & -n).bit_length() - 1 if n else first.max_prefixlen, (end - n + 1).bit_length() - 1)
        yield network((n, first.max_prefixlen - size))
        n += 1 << size


def collapse_addresses(addresses):
    """Return an iterator of the fewest networks that cover the given addresses and networks."""
    spans = []
    for a in addresses:
        spans.append((a.network_address, a.broadcast_address) if isinstance(a, _Network) else (a, a))
    merged = []
    for first, last in sorted(spans):
        if merged and merged[-1][1]._ip + 1 >= first._ip:
            merged[-1][1] = max(last, merged[-1][1])
        else:
            merged.append([first, last])
    return (net for first, last in merged for net in summarize_address_range(first, last))


def get_mixed_type_key(obj):
    """Return a key by which networks and addresses sort together."""
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented
