# Property lists in XML and in the binary form.
import datetime
import plistlib
from plistlib import FMT_BINARY, FMT_XML, UID


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


value = {'name': 'Ünï <&>', 'list': [1, -5, 2.5, True, False, b'bytes' * 30, [], {}], 'when': datetime.datetime(2024, 5, 6, 7, 8, 9),
         'big': 2 ** 63, 'nested': {'b': 'x', 'a': [{'c': 'y' * 300}]}, 'ascii': 'same', 'again': 'same', 'raw': bytearray(b'zz')}
text = plistlib.dumps(value)
print(text.decode())
for fmt in FMT_XML, FMT_BINARY:
    for sort_keys in True, False:
        data = plistlib.dumps(value, fmt=fmt, sort_keys=sort_keys)
        back = plistlib.loads(data)
        print(fmt, back == value, list(back), type(back['raw']), len(data))
print(plistlib.dumps({'a': [1, 'b', None, UID(300), 1.5, 'é', -1]}, fmt=FMT_BINARY))
print(plistlib.loads(plistlib.dumps([UID(5), None], fmt=FMT_BINARY)), UID(1) == UID(1), repr(UID(7)))
aware = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
for fmt in FMT_XML, FMT_BINARY:
    print(plistlib.loads(plistlib.dumps(aware, fmt=fmt, aware_datetime=True), aware_datetime=True))
t(plistlib.loads, b'<plist><array><integer>0x10</integer><real>1</real><string/><date>2001-02Z</date><data> eno= </data></array></plist>')
t(plistlib.loads, '<plist version="1.0"><string>text</string></plist>')
t(plistlib.loads, b'junk')
t(plistlib.loads, b'bplist00' + b'\0' * 40)
t(plistlib.loads, '<plist/>', fmt=FMT_BINARY)
t(plistlib.dumps, {1: 2})
t(plistlib.dumps, {1: 2}, skipkeys=True)
t(plistlib.dumps, object)
t(plistlib.dumps, 'a\0b')
t(plistlib.dumps, 2 ** 64)
t(plistlib.dumps, 2 ** 64, fmt=FMT_BINARY)
t(plistlib.dumps, 1, fmt='x')
t(UID, -1)
t(UID, 'a')
t(UID, 2 ** 64)
