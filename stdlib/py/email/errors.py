"""What can be wrong with a message."""


def _classes(base, *names):
    """Make subclasses of base, or of several, that are nothing but their name."""
    bases = base if isinstance(base, tuple) else (base,)
    made = [type(name, bases, {'__module__': __name__}) for name in names]
    return made if len(made) > 1 else made[0]


# Exceptions.

MessageError = _classes(Exception, 'MessageError')
MessageParseError, CharsetError, HeaderWriteError = _classes(MessageError, 'MessageParseError', 'CharsetError', 'HeaderWriteError')
HeaderParseError, BoundaryError = _classes(MessageParseError, 'HeaderParseError', 'BoundaryError')
MultipartConversionError = _classes((MessageError, TypeError), 'MultipartConversionError')


# Defects: what the parser notes in a message, and goes on.

class MessageDefect(ValueError):
    """A defect; line is where it is."""

    def __init__(self, line=None):
        super().__init__(*(() if line is None else (line,)))
        self.line = line


for _name in ('NoBoundaryInMultipartDefect', 'StartBoundaryNotFoundDefect', 'CloseBoundaryNotFoundDefect',
              'FirstHeaderLineIsContinuationDefect', 'MisplacedEnvelopeHeaderDefect', 'MissingHeaderBodySeparatorDefect',
              'MultipartInvariantViolationDefect', 'InvalidMultipartContentTransferEncodingDefect', 'UndecodableBytesDefect',
              'InvalidBase64PaddingDefect', 'InvalidBase64CharactersDefect', 'InvalidBase64LengthDefect'):
    globals()[_name] = type(_name, (MessageDefect,), {'__module__': __name__})

MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class HeaderDefect(MessageDefect):
    """A defect of a header."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


for _name in ('InvalidHeaderDefect', 'HeaderMissingRequiredValue', 'NonPrintableDefect', 'ObsoleteHeaderDefect', 'NonASCIILocalPartDefect',
              'InvalidDateDefect'):
    globals()[_name] = type(_name, (HeaderDefect,), {'__module__': __name__})
