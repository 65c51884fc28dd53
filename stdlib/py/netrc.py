"""Reading of .netrc files: logins and passwords by host."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """Exception raised on syntax errors in the .netrc file."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename = filename
        self.lineno = lineno
        self.msg = msg
        super().__init__(msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


class _Words:
    """The words of a file: quoted ones may hold spaces, a backslash takes the next character as it is."""

    def __init__(self, file):
        self.file = file
        self.lineno = 1
        self.back = []

    def _char(self):
        c = self.file.read(1)
        if c == "\n":
            self.lineno += 1
        return c

    def line(self):
        """The rest of the line."""
        return self.file.readline()

    def next(self):
        """The next word; '' at the end."""
        if self.back:
            return self.back.pop()
        c = self._char()
        while c and c in "\n\t\r ":
            c = self._char()
        closing = '"' if c == '"' else "\n\t\r "
        if c == '"':
            c = self._char()
        word = ""
        while c and c not in closing:
            word += self._char() if c == "\\" else c
            c = self._char()
        return word


class netrc:
    """The entries of a file, by default ~/.netrc: hosts maps to (login, account, password), macros to lists of lines."""

    def __init__(self, file=None):
        default = file is None
        if default:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding="utf-8") as fp:
                self._parse(file, fp, default)
        except UnicodeDecodeError:
            with open(file, encoding="locale") as fp:
                self._parse(file, fp, default)

    def _parse(self, file, fp, default):
        words = _Words(fp)
        while True:
            line = words.lineno
            word = words.next()
            if not word:
                return
            if word[0] == '#':
                if words.lineno == line:
                    words.line()
                    words.lineno += 1
            elif word in ('machine', 'default'):
                self._entry(file, fp, default, words, word)
            elif word == 'macdef':
                self._macro(file, words)
            else:
                raise NetrcParseError("bad toplevel token %r" % word, file, words.lineno)

    def _macro(self, file, words):
        lines = self.macros[words.next()] = []
        while True:
            line = words.line()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", file, words.lineno)
            if line == '\n':
                return
            lines.append(line)

    def _entry(self, file, fp, default, words, kind):
        name = words.next() if kind == 'machine' else 'default'
        if not name:
            raise NetrcParseError("missing %r name" % kind, file, words.lineno)
        found = {'login': '', 'account': '', 'password': ''}
        self.hosts[name] = {}
        while True:
            line = words.lineno
            word = words.next()
            if word.startswith('#'):
                if words.lineno == line:
                    words.line()
                    words.lineno += 1
                continue
            if word in ('', 'machine', 'default', 'macdef'):
                words.back.append(word)
                break
            if word == 'user':
                word = 'login'
            if word not in found:
                raise NetrcParseError("bad follower token %r" % word, file, words.lineno)
            found[word] = words.next()
        self._check_owner(fp, default, found['login'])
        self.hosts[name] = found['login'], found['account'], found['password']

    def _check_owner(self, fp, default, login):
        """The default file must belong to its reader and be readable by nobody else, except for anonymous logins."""
        if not default or login == 'anonymous':
            return
        about = os.fstat(fp.fileno())
        if about.st_uid != os.getuid():
            raise NetrcParseError(f"~/.netrc file owner (uid {about.st_uid}) does not match current user (uid {os.getuid()})")
        if about.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError("~/.netrc access too permissive: access permissions must restrict access to only the owner")

    def authenticators(self, host):
        """Return a (login, account, password) tuple for a host, by default that of "default"; None if there is none."""
        return self.hosts.get(host) or self.hosts.get('default')

    def __repr__(self):
        """The content in the form of a file."""
        text = ""
        for host, (login, account, password) in self.hosts.items():
            text += f"machine {host}\n\tlogin {login}\n"
            if account:
                text += f"\taccount {account}\n"
            text += f"\tpassword {password}\n"
        for macro, lines in self.macros.items():
            text += f"macdef {macro}\n" + "".join(lines) + "\n"
        return text
