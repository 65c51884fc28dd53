import email, email.utils as u, datetime
from email.message import EmailMessage, Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.header import Header, decode_header, make_header
from email.parser import Parser, BytesParser, HeaderParser
from email import policy
print(u.formatdate(0), u.formatdate(0, usegmt=True), u.format_datetime(datetime.datetime(2024,5,6,7,8,9,tzinfo=datetime.timezone.utc)))
for d in ('Mon, 20 Nov 1995 19:12:08 -0500', '20 Nov 1995 19:12:08 GMT', 'Sun, 06 Nov 94 08:49:37 GMT', 'x', '', 'Fri, 09 Feb 2024 10:00 +0130', '1 Jan 2020 00:00:00 -0000'):
    print(repr(d), u.parsedate(d), u.parsedate_tz(d))
    try: print(repr(u.parsedate_to_datetime(d)))
    except Exception as e: print(type(e), e)
for a in ('John Doe <john@example.com>', 'john@example.com', '"Doe, John" <j@x.y>', 'j@x.y (John)', '', '<a@b>', 'A B <a@b>, C <c@d>'):
    print(u.parseaddr(a), u.formataddr(u.parseaddr(a)))
print(u.getaddresses(['A <a@b>, "C, D" <c@d>', 'e@f']), u.formataddr(('Ünï', 'a@b.c')))
print(u.quote('a"b\\c'), u.unquote('"a\\"b"'), u.unquote('<x>'))
m = Message()
m['Subject'] = 'Hello'; m['To'] = 'a@b.c'; m.add_header('Content-Disposition', 'attachment', filename='f.txt'); m['X-A'] = '1'; m['x-a'] = '2'
m.set_payload('body\nline2\n')
print(m); print(m.as_bytes()); print(m.keys(), m.get_all('x-a'), m['nope'], m.get_filename(), 'SUBJECT' in m, len(m), m.get_content_type())
t = MIMEText('Héllo wörld\n', 'plain', 'utf-8'); t['Subject'] = Header('Тема письма', 'utf-8'); t['From'] = 'me@x.y'
print(t.as_string()); print(t.get_payload(decode=True).decode(), t.get_content_charset(), t['Subject'], decode_header(t['Subject'].encode()))
print(MIMEText('plain'))
mp = MIMEMultipart(boundary='BBB'); mp['Subject'] = 'multi'; mp.attach(MIMEText('one')); mp.attach(MIMEApplication(b'\x00\x01', Name='x.bin'))
print(mp.as_string()); print([p.get_content_type() for p in mp.walk()], mp.is_multipart())
p = email.message_from_string(mp.as_string())
print(p['subject'], p.get_boundary(), [x.get_payload(decode=True) for x in p.get_payload()], p.get_payload(1).get_param('name'), p.preamble, repr(p.epilogue))
raw = b'From: =?utf-8?q?J=C3=BCrgen?= <j@x.y>\r\nTo: b@c.d\r\nSubject: a\r\n long subject\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>caf=C3=A9</p>\r\n'
q = email.message_from_bytes(raw)
print(q.items(), q.get_payload(), q.get_payload(decode=True), q.get_content_maintype(), q.get_content_subtype(), q.get_params(), q.get_charsets())
q = email.message_from_bytes(raw, policy=policy.default)
print(q['from'], q['subject'], q['from'].addresses, q['from'].addresses[0].display_name, q.get_content(), q.get_body().get_content_type())
e = EmailMessage(); e['Subject'] = 'Test ü'; e['From'] = 'a@b.c'; e['To'] = 'Bob <bob@x.y>, eve@x.y'; e.set_content('Hello\nWorld')
print(e); print(e.as_bytes()); print(e.get_content(), e['to'].addresses, e['subject'])
e.add_alternative('<b>Hello</b>', subtype='html')
e.add_attachment(b'data', maintype='application', subtype='octet-stream', filename='d.bin')
e.set_boundary('OUTER'); next(e.iter_parts()).set_boundary('INNER')
print(e.as_string())
print([p.get_filename() for p in e.iter_attachments()], e.get_body(('plain',)).get_content(), e.get_body(('html',)).get_content_type())
try: e['Subject'] = 'again'
except ValueError as x: print(x)
del e['subject']; e['Subject'] = 'new'; e.replace_header('To', 'z@z.z'); print(e['to'])
print(make_header(decode_header('=?utf-8?b?w7w=?= x =?iso-8859-1?q?=E9?=')), decode_header('plain'), decode_header('=?utf-8?q?a?= =?utf-8?q?b?='))
print(HeaderParser().parsestr('A: 1\nB: 2\n\nbody')['b'])
print(repr(email.message_from_string('no headers here')), )if 0 else None
x = email.message_from_string('no headers here\nmore'); print(x.items(), x.get_payload(), x.defects)
m = Message(); m['Content-Type'] = 'text/plain'; m.set_param('charset', 'utf-8'); print(m['content-type']); m.set_type('text/html'); print(m.items()); m.del_param('charset'); print(m['content-type'])
