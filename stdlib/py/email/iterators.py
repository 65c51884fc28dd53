"""Ways through the parts of a message."""

__all__ = ['body_line_iterator', 'typed_subpart_iterator', 'walk']

from io import StringIO


def walk(self):
    return self.walk()


def body_line_iterator(msg, decode=False):
    for part in msg.walk():
        payload = part.get_payload(decode=decode)
        if isinstance(payload, str):
            yield from StringIO(payload)


def typed_subpart_iterator(msg, maintype='text', subtype=None):
    for part in msg.walk():
        if part.get_content_maintype() == maintype and (subtype is None or part.get_content_subtype() == subtype):
            yield part


def _structure(msg, fp=None, level=0, include_default=False):
    """Print the types of the parts, indented."""
    default = ' [%s]' % msg.get_default_type() if include_default else ''
    print(' ' * (level * 4) + msg.get_content_type() + default, file=fp)
    if msg.is_multipart():
        for part in msg.get_payload():
            _structure(part, fp, level + 1, include_default)
