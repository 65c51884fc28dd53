"""Texts in the user's language: catalogues of translations, and functions that look texts up in them."""

import os
import re
import struct

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain",
           "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]

_default_localedir = os.path.join("/usr", "share", "locale")

# A plural form is a C expression over n. Its operators become Python's; ?: is taken apart by _Plural.
_TOKEN = re.compile(r"\s*(?:(\d+)|(n)\b|(\|\||&&|[<>=!]=|[-+*/%<>!?:()]))")
_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_PYTHON = {"||": "or", "&&": "and", "/": "//"}


class _Plural:
    """Reads a plural expression by recursive descent and writes it in Python's syntax."""

    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise ValueError("invalid token in plural form: %s" % text[at:].lstrip()[:1])
            self.tokens.append(match.group(match.lastindex))
            at = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def expect(self, token):
        if self.peek() != token:
            raise self.unexpected()
        self.at += 1

    def unexpected(self):
        if self.at >= len(self.tokens):
            return ValueError("unexpected end of plural form")
        return ValueError("unexpected token in plural form: %s" % self.peek())

    def choice(self):
        condition = self.binary(0)
        if self.peek() != "?":
            return condition
        self.at += 1
        yes = self.choice()
        self.expect(":")
        return f"({yes} if {condition} else {self.choice()})"

    def binary(self, level):
        if level == len(_LEVELS):
            return self.operand()
        left = self.binary(level + 1)
        while self.peek() in _LEVELS[level]:
            operator = self.take()
            left = f"({left} {_PYTHON.get(operator, operator)} {self.binary(level + 1)})"
        return left

    def operand(self):
        token = self.peek()
        if token == "!":
            self.at += 1
            return f"(not {self.operand()})"
        if token == "(":
            self.at += 1
            inner = self.choice()
            if self.peek() != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            self.at += 1
            return inner
        if token == "n" or token.isdigit():
            return self.take()
        raise self.unexpected()


def _as_int(n):
    """Refuse what is no number; warn of one that is no int."""
    if isinstance(n, int):
        return n
    try:
        round(n)
    except TypeError:
        raise TypeError("Plural value must be an integer, got %s" % type(n).__name__) from None
    import warnings
    warnings.warn("Plural value must be an integer, got %s" % type(n).__name__, DeprecationWarning, stacklevel=4)
    return n


def c2py(plural):
    """Return the function of n that a C expression describes."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    reader = _Plural(plural)
    expression = reader.choice()
    if reader.peek():
        raise reader.unexpected()
    compute = eval("lambda n: int(" + expression + ")", {})
    return lambda n: compute(_as_int(n))


class NullTranslations:
    """No translations: texts stay what they are, unless a fallback knows better."""

    def __init__(self, fp=None):
        self._charset = self._fallback = None
        self._info = {}
        if fp is not None:
            self._parse(fp)

    def add_fallback(self, fallback):
        last = self
        while last._fallback:
            last = last._fallback
        last._fallback = fallback

    def _parse(self, fp):
        pass

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if _as_int(n) == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if _as_int(n) == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins.__dict__["_"] = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """The translations of a .mo file."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        name = getattr(fp, "name", "")
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        order = {self.LE_MAGIC: "<", self.BE_MAGIC: ">"}.get(struct.unpack("<I", data[:4])[0])
        if order is None:
            raise OSError(0, "Bad magic number", name)
        version, count, originals, translations = struct.unpack(order + "4I", data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), name)
        for i in range(count):
            texts = []
            for table in (originals, translations):
                length, at = struct.unpack_from(order + "II", data, table + 8 * i)
                if at + length >= len(data):
                    raise OSError(0, "File is corrupt", name)
                texts.append(data[at:at + length])
            if not texts[0]:
                self._read_header(texts[1].decode())
            self._add(catalog, *(t.decode(self._charset or "ascii") for t in texts))

    def _read_header(self, text):
        key = None
        for line in text.split("\n"):
            line = line.strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            if ":" in line:
                key, value = (part.strip() for part in line.split(":", 1))
                key = key.lower()
                self._info[key] = value
            elif key:
                self._info[key] += "\n" + line
                continue
            if key == "content-type":
                self._charset = self._info[key].split("charset=")[1]
            elif key == "plural-forms":
                self.plural = c2py(self._info[key].split(";")[1].split("plural=")[1])

    def _add(self, catalog, original, translated):
        if "\0" not in original:
            catalog[original] = translated
            return
        for i, form in enumerate(translated.split("\0")):
            catalog[original.split("\0")[0], i] = form

    def _lookup(self, key):
        found = self._catalog.get(key)
        return self._catalog.get((key, self.plural(1))) if found is None else found

    def gettext(self, message):
        found = self._lookup(message)
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        found = self._lookup(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


def _expand_lang(language):
    """The names under which a catalogue for language may lie, the most special first."""
    import locale
    language = locale.normalize(language)
    match = re.fullmatch(r"([^_.@]*)(_[^.@]*)?(\.[^@]*)?(@.*)?", language)
    base, *parts = (part or "" for part in match.groups())
    territory, codeset, modifier = parts
    names = []
    for m in (modifier, "") if modifier else ("",):
        for t in (territory, "") if territory else ("",):
            for c in (codeset, "") if codeset else ("",):
                names.append(base + t + c + m)
    return names


def find(domain, localedir=None, languages=None, all=False):
    """Return the .mo file of a domain, or the list of all that apply."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = []
        for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            if value := os.environ.get(variable):
                languages = value.split(":")
                break
        if "C" not in languages:
            languages.append("C")
    names = []
    for language in languages:
        names += [name for name in _expand_lang(language) if name not in names]
    result = []
    for name in names:
        if name == "C":
            break
        file = os.path.join(localedir, name, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(file):
            if not all:
                return file
            result.append(file)
    return result if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """Return the translations of a domain, each language's falling back on the next one's."""
    if class_ is None:
        class_ = GNUTranslations
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    import copy
    result = None
    for file in files:
        key = class_, os.path.abspath(file)
        if key not in _translations:
            with open(file, "rb") as fp:
                _translations[key] = class_(fp)
        one = copy.copy(_translations[key])
        if result is None:
            result = one
        else:
            result.add_fallback(one)
    return result


Catalog = translation


def install(domain, localedir=None, *, names=None):
    """Make the translations of a domain the function _ of every module."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    """Set the domain of gettext() and the like; return it."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """Set the folder in which the catalogues of a domain lie; return it."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)
