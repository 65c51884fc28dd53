"""The content of an EmailMessage as a Python object."""
import base64
import quopri

from email import utils


def get_content(msg, errors='replace'):
    kind = msg.get_content_type()
    if kind.startswith('text/'):
        return msg.get_payload(decode=True).decode(msg.get_param('charset', 'ASCII'), errors)
    if kind.startswith('multipart/'):
        raise KeyError(kind)
    if kind == 'message/rfc822':
        return msg.get_payload(0)
    return msg.get_payload(decode=True)


def set_content(msg, obj, *args, **kw):
    if msg.get_content_maintype() == 'multipart' and msg.is_multipart() and msg['content-type'] is not None:
        raise TypeError('set_content not valid on multipart')
    msg.clear_content()
    if isinstance(obj, str):
        _set_text(msg, obj, *args, **kw)
    elif isinstance(obj, (bytes, bytearray, memoryview)):
        _set_bytes(msg, bytes(obj), *args, **kw)
    elif hasattr(obj, 'get_content_type'):
        _finish(msg, 'message/rfc822', '8bit', [obj], **kw)
    else:
        raise KeyError(type(obj).__qualname__)


def _finish(msg, kind, cte, payload, disposition=None, filename=None, cid=None, params=None, headers=None):
    msg['Content-Type'] = kind
    if headers is not None:
        for h in headers:
            msg[h.name if hasattr(h, 'name') else h.split(':')[0]] = h if hasattr(h, 'name') else h.partition(':')[2].strip()
    msg.set_payload(payload)
    if disposition is None and filename is not None:
        disposition = 'attachment'
    if cte is not None:
        msg['Content-Transfer-Encoding'] = cte
    if disposition is not None:
        msg['Content-Disposition'] = disposition
    if filename is not None:
        msg.set_param('filename', filename, header='Content-Disposition', replace=True)
    if cid is not None:
        msg['Content-ID'] = cid
    for key, value in (params or {}).items():
        msg.set_param(key, value)


def _set_text(msg, string, subtype='plain', charset='utf-8', cte=None, **kw):
    lines = string.encode(charset).splitlines()
    data = b'\n'.join(lines) + b'\n' if lines else b''
    if cte is None:
        if data.isascii() and max(map(len, lines), default=0) <= msg.policy.max_line_length:
            cte = '7bit'
        elif msg.policy.cte_type == '8bit' and not data.isascii() and max(map(len, lines), default=0) <= msg.policy.max_line_length:
            cte = '8bit'
        else:
            qp, b64 = quopri.encodestring(data), base64.encodebytes(data)
            cte = 'base64' if len(qp) > len(b64) else 'quoted-printable'
    if cte == 'base64':
        payload = base64.encodebytes(data).decode()
    elif cte == 'quoted-printable':
        payload = quopri.encodestring(data).decode()
    else:
        payload = data.decode('ascii', 'surrogateescape')
    _finish(msg, 'text/%s; charset="%s"' % (subtype, charset), cte, payload, **kw)


def _set_bytes(msg, data, maintype, subtype, cte='base64', **kw):
    if cte == 'base64':
        payload = base64.encodebytes(data).decode()
    elif cte == 'quoted-printable':
        payload = quopri.encodestring(data).decode()
    else:
        payload = data.decode('ascii', 'surrogateescape')
    _finish(msg, maintype + '/' + subtype, cte, payload, **kw)
