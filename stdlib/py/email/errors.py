"""What can be wrong with a message."""


class MessageError(Exception):
    """Base class for errors in the email package."""


class MessageParseError(MessageError):
    """Base class for message parsing errors."""


class HeaderParseError(MessageParseError):
    """Error while parsing headers."""


class BoundaryError(MessageParseError):
    """Couldn't find terminating boundary."""


class MultipartConversionError(MessageError, TypeError):
    """Conversion to a multipart is prohibited."""


class CharsetError(MessageError):
    """An illegal charset was given."""


class HeaderWriteError(MessageError):
    """Error while writing headers."""


class MessageDefect(ValueError):
    """Base class for a message defect."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


for _name in ('NoBoundaryInMultipartDefect', 'StartBoundaryNotFoundDefect', 'CloseBoundaryNotFoundDefect',
              'FirstHeaderLineIsContinuationDefect', 'MisplacedEnvelopeHeaderDefect', 'MissingHeaderBodySeparatorDefect',
              'MultipartInvariantViolationDefect', 'InvalidMultipartContentTransferEncodingDefect', 'UndecodableBytesDefect',
              'InvalidBase64PaddingDefect', 'InvalidBase64CharactersDefect', 'InvalidBase64LengthDefect'):
    globals()[_name] = type(_name, (MessageDefect,), {'__module__': __name__})

MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class HeaderDefect(MessageDefect):
    """Base class for a header defect."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


for _name in ('InvalidHeaderDefect', 'HeaderMissingRequiredValue', 'NonPrintableDefect', 'ObsoleteHeaderDefect', 'NonASCIILocalPartDefect',
              'InvalidDateDefect'):
    globals()[_name] = type(_name, (HeaderDefect,), {'__module__': __name__})
