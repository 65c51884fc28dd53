# Codecs by name: aliases, the modules of the package encodings, search functions, notes on what failed.
import codecs
import encodings
import encodings.aliases
import encodings.cp1252
import pickle
from encodings import cp1140, idna, utf_8

for name in ['utf-8', 'U8', 'latin-1', 'L1', 'windows-1252', 'hex', 'rot13', 'utf-16', 'utf-8-sig', 'uu', 'idna', 'punycode', 'undefined', 'charmap',
             'utf_16_le', '646', 'raw-unicode-escape', 'unicode_escape', 'cp037', 'KOI8-R', 'zip', 'bz2', 'base-64', 'quoted-printable', 'mac latin2']:
    info = codecs.lookup(name)
    print(name, '->', info.name, info._is_text_encoding, type(info).__name__, len(info))
print(encodings.cp1252.decoding_table[128:132], len(cp1140.decoding_table), idna.ToASCII('bücher'), idna.ToUnicode(b'xn--bcher-kva'))
print(utf_8.getregentry().name, utf_8.IncrementalDecoder.__module__, pickle.loads(pickle.dumps(codecs.lookup('utf-8'))).encode('ä'))
print(len({k: v for k, v in encodings.aliases.aliases.items() if v.startswith(('iso8859', 'cp', 'koi8', 'utf'))}))
print(encodings.normalize_encoding('--Iso 8859 -- 1..x'), encodings.search_function('no-such'))


def tell(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', ''))


for enc, text in [('idna', 'a..b'), ('windows-1252', '\u1234'), ('utf-16-le', '\ud800'), ('latin-1', '\u1234'), ('nope', 'a'), ('hex', 'a'),
                  ('undefined', 'a'), ('koi8-r', '\x80\x81a\x82')]:
    tell(text.encode, enc)
    tell(codecs.encode, text, enc)
for enc, data in [('utf-7', b'+'), ('punycode', b'abc-!'), ('UTF-16', b'a'), ('cp1252', b'a\x81'), ('utf-7', b'\xff'), ('nope', b'a'), ('hex', b'a'),
                  ('undefined', b'a'), ('ascii', b'\xff'), ('uu', b'x'), ('rot13', b'x')]:
    tell(data.decode, enc)
    tell(codecs.decode, data, enc)

searched = []


def search(name):
    searched.append(name)
    if name == 'shout':
        return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode(), len(s)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='shout')


codecs.register(search)
print('abc'.encode('Shout'), b'ABC'.decode('shout'), codecs.lookup('utf-8').name, codecs.lookup('SHOUT').name, searched)
tell(codecs.lookup, 'still none')
codecs.unregister(search)
tell(codecs.lookup, 'shout')
tell(codecs.register, 3)
for data in (b'', b'abc', b'\n\xff' * 40):
    for enc in ('uu', 'hex', 'base64', 'quopri', 'zlib', 'bz2'):
        assert codecs.decode(codecs.encode(data, enc), enc) == data, enc
        coder, decoder = codecs.getincrementalencoder(enc)(), codecs.getincrementaldecoder(enc)()
        assert decoder.decode(coder.encode(data, True), True) == data, enc
print(codecs.encode(b'cat', 'uu'), codecs.encode('Hello', 'rot13'))
