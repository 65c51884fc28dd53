"""From the text of a message to its parts."""
import re

from email import errors

__all__ = ['FeedParser', 'BytesFeedParser']

_HEADER = re.compile(r'[^:\s][^:\r\n]*:')


def parse(text, factory, policy, headersonly=False):
    """The message that a text is."""
    lines = re.split(r'(?<=\n)|(?<=\r)(?!\n)', text)
    if lines and not lines[-1]:
        lines.pop()
    msg = (factory or policy.message_class())(policy=policy)
    at = _read_headers(msg, lines, policy)
    if headersonly:
        msg.set_payload(''.join(lines[at:]))
    else:
        _read_body(msg, lines[at:], factory, policy)
    return msg


def _read_headers(msg, lines, policy):
    """Read headers; return the index of the line where the body begins."""
    at, current = 0, []
    if lines and lines[0].startswith('From '):
        msg.set_unixfrom(lines[0].rstrip('\r\n'))
        at = 1
    while at < len(lines):
        line = lines[at]
        if line[0] in ' \t' and current:
            current.append(line)
        elif line.strip('\r\n') == '':
            at += 1
            break
        elif _HEADER.match(line):
            _store(msg, current, policy)
            current = [line]
        elif line[0] in ' \t':
            policy.handle_defect(msg, errors.FirstHeaderLineIsContinuationDefect(line))
        else:
            policy.handle_defect(msg, errors.MissingHeaderBodySeparatorDefect())
            break
        at += 1
    _store(msg, current, policy)
    return at


def _store(msg, lines, policy):
    if lines:
        msg.set_raw(*policy.header_source_parse(lines))


def _read_body(msg, lines, factory, policy):
    kind = msg.get_content_maintype()
    if kind == 'multipart':
        _read_parts(msg, lines, factory, policy)
    elif msg.get_content_type() == 'message/rfc822':
        msg.attach(parse(''.join(lines), factory, policy))
    else:
        msg.set_payload(''.join(lines))


def _read_parts(msg, lines, factory, policy):
    boundary = msg.get_boundary()
    if boundary is None:
        policy.handle_defect(msg, errors.NoBoundaryInMultipartDefect())
        msg.set_payload(''.join(lines))
        return
    mark = re.compile('--' + re.escape(boundary) + r'(?P<end>--)?[ \t]*(?:\r\n|\r|\n)?$')
    preamble, parts, epilogue = [], [], []
    into = preamble
    ended = False
    for line in lines:
        m = None if ended else mark.match(line)
        if m is None:
            into.append(line)
        elif m.group('end'):
            ended, into = True, epilogue
        else:
            into = []
            parts.append(into)
    if not parts:
        policy.handle_defect(msg, errors.StartBoundaryNotFoundDefect())
        msg.set_payload(''.join(lines))
        return
    msg._payload = []
    for part in parts:
        if part:
            part[-1] = re.sub(r'(?:\r\n|\r|\n)\Z', '', part[-1])  # the end of the line belongs to the boundary
        child = parse(''.join(part), factory, policy)
        if msg.get_content_type() == 'multipart/digest':
            child.set_default_type('message/rfc822')
        msg.attach(child)
    if preamble:
        text = ''.join(preamble)
        msg.preamble = re.sub(r'(?:\r\n|\r|\n)\Z', '', text)
    if ended:
        msg.epilogue = ''.join(epilogue)
    else:
        policy.handle_defect(msg, errors.CloseBoundaryNotFoundDefect())


class FeedParser:
    """A parser that is given the text piece by piece."""

    def __init__(self, _factory=None, *, policy=None):
        from email.policy import compat32
        self._factory, self.policy, self._pieces = _factory, policy or compat32, []

    def feed(self, data):
        self._pieces.append(data)

    def close(self):
        return parse(''.join(self._pieces), self._factory, self.policy)


class BytesFeedParser(FeedParser):
    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
