"""Writing messages."""
import random
import re
import sys
from io import BytesIO, StringIO

__all__ = ['Generator', 'BytesGenerator', 'DecodedGenerator']


class Generator:
    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp = outfp
        self._mangle, self.maxheaderlen, self.policy = mangle_from_, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def clone(self, fp):
        return type(self)(fp, self._mangle, self.maxheaderlen, policy=self.policy)

    def flatten(self, msg, unixfrom=False, linesep=None):
        policy = self.policy or msg.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        self._policy = policy
        self._limit = policy.max_line_length if self.maxheaderlen is None else self.maxheaderlen
        if unixfrom:
            import time
            self.write((msg.get_unixfrom() or 'From nobody ' + time.ctime()) + policy.linesep)
        self._write(msg)

    def _write(self, msg):
        from email.message import _has_surrogates
        kind = msg.get_content_maintype()
        body = None
        if msg.is_multipart() and kind == 'multipart':
            body = self._parts(msg)  # may set the boundary
        headers, payload = msg, msg._payload
        if isinstance(payload, str) and _has_surrogates(payload) and not self._binary:
            charset = msg.get_param('charset')
            if charset is not None:
                import copy
                headers = copy.deepcopy(msg)
                del headers['content-transfer-encoding']
                text = payload.encode('ascii', 'surrogateescape').decode(charset, 'replace')
                headers.set_payload(text, charset)
                payload = headers._payload
        for name, value in headers._headers:
            self.write(self._policy.fold(name, value, self._limit))
        self.write(self._policy.linesep)
        if body is not None:
            self.write(body)
        elif isinstance(payload, list):
            for part in payload:
                self.write(self._flattened(part))
        elif payload is not None:
            if not isinstance(payload, str):
                raise TypeError('string payload expected: %s' % type(payload))
            self.write(self._lines(payload))

    _binary = False

    def _lines(self, text):
        mangle = self._policy.mangle_from_ if self._mangle is None else self._mangle
        if mangle:
            text = re.sub(r'(?m)^From ', '>From ', text)
        return self._policy.linesep.join(re.split(r'\r\n|\r|\n', text))

    def _flattened(self, part):
        fp = StringIO()
        g = Generator(fp, self._mangle, self.maxheaderlen, policy=self._policy)
        g._policy, g._limit, g._binary = self._policy, self._limit, self._binary
        g._write(part)
        return fp.getvalue()

    def _parts(self, msg):
        sep = self._policy.linesep
        texts = [self._flattened(part) for part in msg._payload]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = _boundary(sep.join(texts))
            msg.set_boundary(boundary)
        out = []
        if msg.preamble is not None:
            out.append(self._lines(msg.preamble) + sep)
        out.append(f'--{boundary}{sep}')
        out.append(f'{sep}--{boundary}{sep}'.join(texts) if texts else '')
        out.append(f'{sep}--{boundary}--{sep}')
        if msg.epilogue is not None:
            out.append(self._lines(msg.epilogue))
        return ''.join(out)


def _boundary(text):
    """A line that does not occur in the text."""
    while True:
        boundary = '=' * 15 + '%019d' % random.randrange(sys.maxsize) + '=='
        if boundary not in text:
            return boundary


class BytesGenerator(Generator):
    _binary = True

    def write(self, s):
        self._fp.write(s.encode('utf-8' if getattr(self._policy, 'utf8', False) and not any('\udc80' <= c <= '\udcff' for c in s) else 'ascii',
                                'surrogateescape'))


class DecodedGenerator(Generator):
    """The text parts only; others are named."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = fmt or '[Non-text (%(type)s) part of message omitted, filename %(filename)s]'

    def _write(self, msg):
        for part in msg.walk():
            if part.get_content_maintype() == 'text':
                print(part.get_payload(decode=False), file=self._fp)
            elif part.get_content_maintype() != 'multipart':
                print(self._fmt % {'type': part.get_content_type(), 'maintype': part.get_content_maintype(),
                                   'subtype': part.get_content_subtype(), 'filename': part.get_filename('[no filename]'),
                                   'description': part.get('Content-Description', '[no description]'),
                                   'encoding': part.get('Content-Transfer-Encoding', '[no encoding]')}, file=self._fp)
