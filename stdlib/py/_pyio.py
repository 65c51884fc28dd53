"""The io module under the name that CPython gives to its implementation in Python."""

import io as _io
from io import *
from io import __all__, open_code, text_encoding

_RawIOBase, _BufferedIOBase, _TextIOBase, _IOBase = _io._RawIOBase, _io._BufferedIOBase, _io._TextIOBase, _io._IOBase
OpenWrapper = open
