import warnings; warnings.simplefilter('ignore')
import zipfile, io, os, tempfile, time
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('a.txt', 'hello ' * 100); z.writestr(zipfile.ZipInfo('dir/b.bin', (2020, 1, 2, 3, 4, 6)), b'\x00\x01'); z.writestr('ü.txt', 'ü'); z.mkdir('empty')
    with z.open('w.txt', 'w') as f: f.write(b'line1\nline2\n')
    z.comment = b'comment'
print(zipfile.is_zipfile(b), zipfile.is_zipfile(io.BytesIO(b'no')))
with zipfile.ZipFile(b) as z:
    print(z.namelist(), z.comment, z.testzip()); i = z.getinfo('dir/b.bin'); print(i, i.date_time, i.file_size, i.compress_type, i.CRC, i.is_dir())
    i = z.getinfo('a.txt'); print(i.file_size, i.compress_size < 100, z.read('a.txt')[:12], z.read('ü.txt').decode())
    with z.open('w.txt') as f: print(f.readline(), f.read(3), f.tell(), f.seek(1), f.read(), list(z.open('w.txt')))
    print(io.TextIOWrapper(z.open('w.txt')).read())
    try: z.read('nope')
    except KeyError as e: print(e)
    d = tempfile.mkdtemp(); z.extractall(d); print(sorted(os.listdir(d)), open(d + '/dir/b.bin', 'rb').read()); z.extract('a.txt', d + '/x'); print(os.listdir(d + '/x'))
p = d + '/f.zip'
with zipfile.ZipFile(p, 'w') as z: z.write(d + '/w.txt', 'w.txt'); z.write(d + '/dir', 'dir')
with zipfile.ZipFile(p, 'a') as z: z.writestr('added', 'x')
with zipfile.ZipFile(p) as z: print(z.namelist(), z.mode, [i.external_attr >> 16 & 0o170000 for i in z.infolist()])
path = zipfile.Path(b); print([x.name for x in path.iterdir()], (path / 'dir').is_dir(), (path / 'dir' / 'b.bin').read_bytes(), (path / 'w.txt').read_text(), (path/'nope').exists())
try: zipfile.ZipFile(io.BytesIO(b'not a zip'))
except zipfile.BadZipFile as e: print(e)
bad = bytearray(b.getvalue()); bad[60] ^= 255
try: zipfile.ZipFile(io.BytesIO(bytes(bad))).read('a.txt')
except Exception as e: print(type(e).__name__)
try: z.read('x')
except ValueError as e: print(e)
import xml.etree.ElementTree as ET
doc = '''<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY foo "bar">]>
<data xmlns:x="urn:x" x:attr="1"><!-- c -->
  <country name="Liechtenstein"><rank>1</rank><year>2008</year><n a="&lt;&quot;"/>tail &amp; &foo; &#65;<![CDATA[<raw>]]></country>
  <country name='Singapore'><rank updated="yes">4</rank><x:el>t</x:el></country>
</data>'''
r = ET.fromstring(doc)
print(r.tag, r.attrib, len(r), [c.get('name') for c in r], r[0][1].text, repr(r[0][2].tail), r.find('country/rank').text)
for p in ('country', './/rank', "country[@name='Singapore']/rank", 'country[2]', 'country[last()]', ".//rank[@updated]", '*/year', "country[rank='4']", '{urn:x}el', './/x:el', '..', ".//rank[.='1']", 'country/rank/..', ".//rank[@updated!='no']"):
    try: print(p, [e.tag + str(sorted(e.attrib.items())) for e in r.findall(p, {'x': 'urn:x'})])
    except SyntaxError as e: print(p, e)
print(r.findtext('country/year'), r.findtext('nope', 'dflt'), list(r.itertext())[:3], [e.tag for e in r.iter()])
print(ET.tostring(r, encoding='unicode'))
root = ET.Element('a', {'k': 'v<"&\n'}, z='1'); s = ET.SubElement(root, 'b'); s.text = 'tëxt <'; s.tail = 'tail'; ET.SubElement(root, '{urn:q}c', {'{urn:q}d': 'e'}); root.append(ET.Comment(' com ')); root.append(ET.PI('t', 'd'))
print(ET.tostring(root), ET.tostring(root, 'utf-8'), ET.tostring(root, 'unicode', xml_declaration=True), ET.tostring(root, method='text', encoding='unicode'))
print(ET.tostring(root, encoding='unicode', short_empty_elements=False), ET.tostring(root, encoding='iso-8859-1'), ET.tostring(ET.fromstring('<p><br/><i>x</i></p>'), method='html'))
ET.indent(root); ET.dump(root); ET.register_namespace('qq', 'urn:q'); print(ET.tostring(root[1]))
t = ET.ElementTree(root); o = io.BytesIO(); t.write(o, encoding='utf-8', xml_declaration=True); print(o.getvalue()); print(ET.parse(io.BytesIO(o.getvalue())).getroot().tag)
for ev, e in ET.iterparse(io.BytesIO(b'<a><b>1</b><c/></a>'), events=('start', 'end')): print(ev, e.tag, e.text)
for bad in ('<a>', '<a></b>', '', '<a/><b/>', 'x', '<a>&nope;</a>', '<a b=1/>', '<a b="1" b="2"/>', '<p:a/>', '<a><b></a></b>', '<a>&</a>', '<a'):
    try: ET.fromstring(bad); print('ok', bad)
    except ET.ParseError as e: print(bad, '|', e, e.code, e.position)
e = ET.Element('x'); e.append(ET.Element('y')); e.remove(e[0]); print(len(e), repr(e)[:13], e.get('q', 'd'), ET.iselement(e), ET.QName('u', 't'))
try: ET.tostring(ET.Element('a', b=1))
except TypeError as x: print(x)
try: e.append('s')
except TypeError as x: print(x)
