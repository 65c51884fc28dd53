"""The errors of urllib.request."""
import io

__all__ = ['URLError', 'HTTPError', 'ContentTooShortError']


class URLError(OSError):
    """A URL cannot be opened; reason is a text or another exception."""

    def __init__(self, reason, filename=None):
        self.reason, self.args = reason, (reason,)
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f'<urlopen error {self.reason}>'


class HTTPError(URLError):
    """An answer that is an error; it can be read as one that is not."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.url = self.filename = url
        self.code, self.msg, self.hdrs = code, msg, hdrs
        self.fp = io.BytesIO() if fp is None else fp
        self.args = ()

    def __str__(self):
        return f'HTTP Error {self.code}: {self.msg}'

    def __repr__(self):
        return f'<HTTPError {self.code}: {self.msg!r}>'

    # The names that answers have.

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url

    def info(self):
        return self.hdrs

    status = property(getcode)
    reason = property(lambda self: self.msg)
    headers = property(info, lambda self, headers: setattr(self, 'hdrs', headers))

    # The body as a file.

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return iter(self.fp)

    def __getattr__(self, name):
        # Asked for before there is one, it is not to be looked for in itself.
        if name != 'fp':
            return getattr(self.fp, name)
        raise AttributeError(name)


class ContentTooShortError(URLError):
    """Less came than was announced; content is what came."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
