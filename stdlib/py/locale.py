"""Locale support: the C locale and its UTF-8 form."""

import re
from functools import cmp_to_key as _cmp_to_key

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str",
           "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC",
           "LC_ALL", "CHAR_MAX", "getencoding", "delocalize", "localize"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
Error = ValueError


class Error(Exception):
    pass


_current = {category: 'C' for category in range(6)}
_current[LC_CTYPE] = 'C.UTF-8'
_known = ('C', 'POSIX', 'C.UTF-8', 'C.utf8')


def localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [],
            'positive_sign': '', 'negative_sign': '', 'int_frac_digits': 127, 'frac_digits': 127, 'p_cs_precedes': 127,
            'p_sep_by_space': 127, 'n_cs_precedes': 127, 'n_sep_by_space': 127, 'p_sign_posn': 127, 'n_sign_posn': 127,
            'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def setlocale(category, locale=None):
    """Query or set the locale of a category; only C and C.UTF-8 exist."""
    if category not in range(7):
        raise Error('invalid locale category')
    if locale is not None:
        if not isinstance(locale, _builtin_str):
            locale = normalize('.'.join(filter(None, locale)))
        if locale == '':
            locale = 'C.UTF-8'
        if locale not in _known:
            raise Error('unsupported locale setting')
        for c in range(6) if category == LC_ALL else (category,):
            _current[c] = locale
    if category != LC_ALL:
        return _current[category]
    names = ('LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES')
    if len(set(_current.values())) == 1:
        return _current[0]
    return ';'.join('%s=%s' % (names[c], _current[c]) for c in range(6)) + ';LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C'


_builtin_str = str


def getlocale(category=LC_CTYPE):
    name = setlocale(category)
    if category == LC_ALL and ';' in name:
        raise TypeError('category LC_ALL is not supported')
    if name in ('C', 'POSIX'):
        return None, None
    return 'C', 'UTF-8'


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return 'C', 'UTF-8'


def getencoding():
    return 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


def nl_langinfo(key, /):
    return 'UTF-8' if key == CODESET else ''


def normalize(localename):
    return localename


def resetlocale(category=LC_ALL):
    setlocale(category, '')


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(s, /):
    return s


_percent_re = re.compile(r'%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def _localize(formatted, grouping=False, monetary=False):
    return formatted


def _format(percent, value, grouping=False, monetary=False, *additional):
    return percent % ((value,) + additional) if additional else percent % value


def format_string(f, val, grouping=False, monetary=False):
    """Format like %, with the locale's grouping."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return '%.12g' % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
