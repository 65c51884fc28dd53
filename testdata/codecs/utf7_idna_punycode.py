# Codecs in ASCII: utf-7, idna and punycode, with their errors.
import codecs


def tell(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


print(''.join(map(chr, range(128))).encode('utf-7'))
for text in ['a+b', '\u20ac\u20ac-x', '\u20ac/', '\u20ac~', 'x\U0001f600y', '\ud83d', '\ud83dA', '-+-']:
    data = text.encode('utf-7')
    print(data, ascii(data.decode('utf-7')))
for data in [b'+', b'+-', b'+A', b'+AG', b'+AGE', b'+AGEx', b'+AGF-', b'+!x', b'+AGE=-', b'a\xffb', b'+IKwA\xff', b'+IKw\xffb', b'+2D3', b'+2D0-x', b'+2D3eAA-', b'+AGE-+', b'~\\']:
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace'):
        try:
            print(data, errors, ascii(data.decode('utf-7', errors)))
        except UnicodeDecodeError as e:
            print(data, e)
    print(codecs.utf_7_decode(data, 'replace', False))
decoder = codecs.getincrementaldecoder('utf-7')()
for byte in b'a+IKw-b+AGEgrA-':
    print(ascii(decoder.decode(bytes([byte]))), decoder.getstate(), end=' ')
print()
for name in ['bücher.example', 'BÜCHER.', 'a' * 63 + '.x', 'a' * 64 + '.x', '.x', 'a..b', 'ä..b', 'x\u3002ö', '\u2003', 'faß.de', 'xn--ä', 'ü' * 60, '\u05d0a', '\u05d01', '\u05d0', '']:
    tell(name.encode, 'idna')
for data in [b'xn--bcher-kva.example.', b'XN--BCHER-KVA', b'xn--a', b'xn--\xff', b'a.xn--!!', b'xn--bcher-KVA', b'abc', b'\xff', b'xn--' + b'a' * 1100]:
    tell(data.decode, 'idna')
tell('ä'.encode, 'idna', 'replace')
tell(b'a'.decode, 'idna', 'ignore')
encoder = codecs.getincrementalencoder('idna')()
print([encoder.encode(c, c == '') for c in 'bü.ä.c'] + [encoder.encode('', True)])
decoder = codecs.getincrementaldecoder('idna')()
print([decoder.decode(bytes([c])) for c in b'xn--4ca.xn--nda.c'] + [decoder.decode(b'', True)])
for text in ['', 'abc', 'bücher', 'ü', 'a-b', '\U0001f600x\ud800']:
    data = text.encode('punycode')
    print(data, ascii(data.decode('punycode')))
for data in [b'abc-!', b'a\xffb-kva', b'zz', b'99999999', b'bcher-kva', b'BCHER-KVA', b'-', b'--', b'x-9']:
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace'):
        tell(data.decode, 'punycode', errors)
