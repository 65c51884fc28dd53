"""The lines of several files, those named on the command line or standard input."""
import io
import os
import sys

__all__ = ['input', 'close', 'nextfile', 'filename', 'lineno', 'filelineno', 'fileno', 'isfirstline', 'isstdin', 'FileInput',
           'hook_compressed', 'hook_encoded']

_state = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    global _state
    if _state and _state._file:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _forward(name):
    def function():
        if not _state:
            raise RuntimeError('no active input()')
        return getattr(_state, name)()
    function.__name__ = name
    return function


nextfile, filename, lineno, filelineno, fileno, isfirstline, isstdin = map(
    _forward, ('nextfile', 'filename', 'lineno', 'filelineno', 'fileno', 'isfirstline', 'isstdin'))


class FileInput:
    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = os.fspath(files),
        elif files is None:
            files = tuple(sys.argv[1:]) or ('-',)
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if inplace and openhook:
            raise ValueError('FileInput cannot use an opening hook in inplace mode')
        if openhook and not callable(openhook):
            raise ValueError('FileInput openhook must be callable')
        self._files = list(files)
        self._inplace, self._backup, self._mode, self._openhook = inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._file = self._filename = self._output = self._savestdout = self._backupname = None
        self._before = self._line = 0
        self._isstdin = False

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = []

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b'' if 'b' in self._mode else ''
                self._open()
            line = self._file.readline()
            if line:
                self._line += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename = self._files.pop(0)
        self._before += self._line
        self._line = 0
        self._isstdin = self._filename == '-'
        encoding = None if 'b' in self._mode else self._encoding or 'locale'
        if self._isstdin:
            self._filename = '<stdin>'
            self._file = getattr(sys.stdin, 'buffer', sys.stdin) if 'b' in self._mode else sys.stdin
        elif self._inplace:
            self._backupname = os.fspath(self._filename) + (self._backup or '.bak')
            try:
                os.unlink(self._backupname)
            except OSError:
                pass
            os.rename(self._filename, self._backupname)
            self._file = open(self._backupname, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(self._filename, self._mode.replace('r', 'w'), encoding=encoding, errors=self._errors)
            self._savestdout, sys.stdout = sys.stdout, self._output
        elif self._openhook:
            self._file = self._openhook(self._filename, self._mode)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def nextfile(self):
        if self._savestdout:
            sys.stdout, self._savestdout = self._savestdout, None
        if self._output:
            self._output.close()
            self._output = None
        file, self._file = self._file, None
        if file is not None and not self._isstdin:
            file.close()
        if self._backupname and not self._backup:
            try:
                os.unlink(self._backupname)
            except OSError:
                pass
        self._backupname = None
        self._isstdin = False

    def filename(self):
        return self._filename

    def lineno(self):
        return self._before + self._line

    def filelineno(self):
        return self._line

    def fileno(self):
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        return self._line == 1

    def isstdin(self):
        return self._isstdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    ext = os.path.splitext(filename)[1]
    if ext not in ('.gz', '.bz2'):
        return open(filename, mode, encoding=encoding, errors=errors)
    if ext == '.bz2':
        from bz2 import BZ2File as opener
    else:
        from gzip import open as opener
    stream = opener(filename, mode)
    return stream if 'b' in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
