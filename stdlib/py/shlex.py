"""A lexical analyzer for simple shell-like syntaxes."""

import os
import re
import sys
from collections import deque
from io import StringIO
from string import ascii_uppercase, digits

__all__ = ["shlex", "split", "quote", "join"]

# In the order that programs see.
_ASCII_WORD = 'abcdfeghijklmnopqrstuvwxyz' + ascii_uppercase + digits + '_'
_LATIN_1_LETTERS = ''.join(filter(str.isalpha, map(chr, (*range(0xDF, 0x100), *range(0xC0, 0xDF)))))


class shlex:
    """Splits a stream into tokens, with quotes, comments and escapes as in a shell."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            instream, infile = sys.stdin, None
        elif isinstance(instream, str):
            instream = StringIO(instream)
        self.instream, self.infile, self.lineno = instream, infile, 1
        # Programs may change what characters mean.
        self.posix = posix
        self.wordchars = _ASCII_WORD + (_LATIN_1_LETTERS if posix else '')
        self.whitespace, self.whitespace_split = ' \t\r\n', False
        self.commenters, self.quotes, self.escape, self.escapedquotes = '#', '\'"', '\\', '"'
        self.eof = None if posix else ''
        self._punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if self._punctuation_chars:
            # What may also be part of a word; a character read too far waits for the next token.
            self.wordchars = ''.join(c for c in self.wordchars + '~-./*?=' if c not in self._punctuation_chars)
            self._pushback_chars = deque()
        # The token that is being read, and in what it is: space, a word (a), a quote or an escape (that character).
        self.state, self.token = ' ', ''
        self.pushback, self.filestack = deque(), deque()
        self.source = None
        self.debug = 0

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = ' '

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    newfile, newstream = spec
                    self.push_source(newstream, newfile)
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        return raw

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        return self.instream.read(1)

    def read_token(self):
        quoted = False
        escaped_state = ' '
        while True:
            c = self._next_char()
            if c == '\n':
                self.lineno += 1
            if self.state is None:
                self.token = ''
                break
            elif self.state == ' ':
                if not c:
                    self.state = None
                    break
                elif c in self.whitespace:
                    if self.token or self.posix and quoted:
                        break
                elif c in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and c in self.escape:
                    escaped_state = 'a'
                    self.state = c
                elif c in self.wordchars:
                    self.token = c
                    self.state = 'a'
                elif c in self._punctuation_chars:
                    self.token = c
                    self.state = 'c'
                elif c in self.quotes:
                    if not self.posix:
                        self.token = c
                    self.state = c
                elif self.whitespace_split:
                    self.token = c
                    self.state = 'a'
                else:
                    self.token = c
                    if self.token or self.posix and quoted:
                        break
            elif self.state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError("No closing quotation")
                if c == self.state:
                    if not self.posix:
                        self.token += c
                        self.state = ' '
                        break
                    self.state = 'a'
                elif self.posix and c in self.escape and self.state in self.escapedquotes:
                    escaped_state = self.state
                    self.state = c
                else:
                    self.token += c
            elif self.state in self.escape:
                if not c:
                    raise ValueError("No escaped character")
                if escaped_state in self.quotes and c != self.state and c != escaped_state:
                    self.token += self.state
                self.token += c
                self.state = escaped_state
            else:
                if not c:
                    self.state = None
                    break
                elif c in self.whitespace:
                    self.state = ' '
                    if self.token or self.posix and quoted:
                        break
                elif c in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                    if self.posix:
                        self.state = ' '
                        if self.token or self.posix and quoted:
                            break
                elif self.state == 'c':
                    if c in self._punctuation_chars:
                        self.token += c
                    else:
                        if c not in self.whitespace:
                            self._pushback_chars.append(c)
                        self.state = ' '
                        break
                elif self.posix and c in self.quotes:
                    self.state = c
                elif self.posix and c in self.escape:
                    escaped_state = 'a'
                    self.state = c
                elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self._punctuation_chars:
                    self.token += c
                else:
                    if self._punctuation_chars:
                        self._pushback_chars.append(c)
                    else:
                        self.pushback.appendleft(c)
                    self.state = ' '
                    if self.token or self.posix and quoted:
                        break
        result = self.token
        self.token = ''
        if self.posix and not quoted and result == '':
            result = None
        return result

    def sourcehook(self, newfile):
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        file = self.infile if infile is None else infile
        line = self.lineno if lineno is None else lineno
        return f'"{file}", line {line}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token != self.eof:
            return token
        raise StopIteration


def split(s, comments=False, posix=True):
    """Split a command line into its words."""
    if s is None:
        raise ValueError("s argument must not be None")
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ''
    return list(lex)


def join(split_command):
    """Return a command line of properly quoted words."""
    return ' '.join(quote(arg) for arg in split_command)


_find_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    """Return s quoted for a shell."""
    if not s:
        return "''"
    if _find_unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
