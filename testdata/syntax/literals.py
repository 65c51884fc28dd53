print(0, 0b1010, 0o17, 0xFF, 1_000_000, 0x_ff, 00)
print(1.0, 1e3, 1E-3, .5, 5., 1_0.0_1, 1e16, 1e15, 1e-5, 0.0001, 123456789.123456789)
print(1j, 2.5J, 1e2j, 3 + 4j, -1j, 0j)
print('a' "b" '''c''' """d""", 'it\'s', "q\"q", 'tab\there', 'nl\\n')
print(r'\n\t', R"\x", 'uni\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}', '\x41\101\0'.encode())
print(b'bytes\x00\xff', rb'\x', Rb"\d", bR'\s', b"it's", b'q"', b'both\'"')
print("""multi
line \
joined""")
print([], (), {}, {1}, (1,), [1,], {1: 2,}, {*()}, [*"ab", *(1, 2)], {**{"a": 1}, "b": 2, **{"a": 3}})
print(True, False, None, ..., Ellipsis, NotImplemented)
print(not True, -5, +5, ~5, - -5, not not 0)
print(1 if 2 > 1 else 0, (1, 2) + (3,), 1,)
t = 1,
print(t, type(t))
print("a" 'b' f"{1}" "c")
print(0xdeadBEEF, 0B11, 0O7, 1_2_3)
x = (
    1 +
    2
)
print(x); y = 3; print(y)
if x: print("one line"); print("two")
print('\u2028'.isprintable(), ascii('é€😀'), repr('\x7f\x80\xa0\xad'), repr('\ud800'))

