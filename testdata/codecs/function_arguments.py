# Functions of codecs with wrong arguments, and their warnings.
import codecs
import warnings


def show(f, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            result = f(*args)
        except Exception as e:
            result = f'{type(e).__name__}: {e}'
    print(args, result, *[f'{w.category.__name__}: {w.message}' for w in caught])


for data in [rb'\d\e\400', rb'\400\d', b'\\\xfa', rb'\x4', rb'\08', b'\\\n', rb'\N', rb'\\']:
    show(codecs.escape_decode, data)
    show(codecs.unicode_escape_decode, data)
    show(codecs.raw_unicode_escape_decode, data)
show(codecs.unicode_escape_decode, '\\\xfa')
show(bytes.decode, b'\\z', 'unicode_escape')
for name in ['utf_8_decode', 'utf_8_encode', 'readbuffer_encode', 'escape_encode', 'latin_1_decode', 'raw_unicode_escape_decode', 'ascii_encode',
             'unicode_escape_decode', 'utf_16_decode', 'lookup', 'encode', 'decode', 'register', 'unregister', 'register_error', 'getencoder']:
    f = getattr(codecs, name)
    print(name, type(f).__name__, getattr(f, '__module__', None))
    for args in [(), (3,), ('a', 3), ('a', None), (b'a',), (b'a', 'strict', 1), ('a', 'b', 'c', 'd', 'e'), (None,)]:
        show(f, *args)
