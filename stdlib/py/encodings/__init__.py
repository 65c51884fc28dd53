"""The package of encodings: one module for each, with a function getregentry(), and the search for them by name."""

import codecs
from . import aliases

_cache = {}  # CodecInfo, or None where there is none, by the name asked for
_aliases = aliases.aliases


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """Turn runs of characters other than letters, digits and dots into one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words, word = [], ''
    for c in encoding:
        if c.isalnum() or c == '.':
            word += c
        elif word:
            words.append(word)
            word = ''
    if word or not words:
        words.append(word)
    return ''.join([c for c in '_'.join(words) if c.isascii()])


def _modules(encoding):
    """Yield the names of the modules that an encoding may be in."""
    name = normalize_encoding(encoding)
    if alias := _aliases.get(name) or _aliases.get(name.replace('.', '_')):
        yield alias
    yield name


def _find(encoding):
    for name in _modules(encoding):
        if name and '.' not in name:
            try:
                return __import__('encodings.' + name, fromlist=['*'], level=0)
            except ImportError:
                pass


def _checked(entry, module):
    """The entry as a CodecInfo; modules of others may give a tuple."""
    if isinstance(entry, codecs.CodecInfo):
        return entry
    where = 'module "%s" (%s)' % (module.__name__, module.__file__)
    if not 4 <= len(entry) <= 7:
        raise CodecRegistryError(where + ' failed to register')
    parts = (*entry, None, None, None)[:7]
    for at, part in enumerate(parts[:6]):
        if not callable(part) and (at < 2 or part is not None):
            raise CodecRegistryError('incompatible codecs in ' + where)
    return codecs.CodecInfo(*parts[:6], parts[6] or module.__name__.partition('.')[2])


def search_function(encoding):
    """Return the CodecInfo of an encoding, or None."""
    try:
        return _cache[encoding]
    except KeyError:
        pass
    module = _find(encoding)
    entry = getattr(module, 'getregentry', None)
    if entry is not None:
        entry = _checked(entry(), module)
        for alias in getattr(module, 'getaliases', tuple)():
            _aliases.setdefault(alias, module.__name__.partition('.')[2])
    _cache[encoding] = entry
    return entry


codecs.register(search_function)
