"""The tables of stringprep (RFC 3454) as functions of a character.

They follow the properties of Unicode as unicodedata knows them, where the RFC lists those of Unicode 3.2.
"""

import unicodedata


def _codes(text):
    """The set of code points in a list of hexadecimal numbers and ranges."""
    found = set()
    for part in text.split():
        first, _, last = part.partition('-')
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _member(text):
    codes = _codes(text)

    def in_table(code):
        return ord(code) in codes
    return in_table


def _of_category(*categories):
    def in_table(code):
        return unicodedata.category(code) in categories
    return in_table


def _named(name, function):
    function.__name__ = function.__qualname__ = name
    return function


_control = _codes('6dd 70f 180e 200c 200d 2028 2029 2060-2063 206a-206f feff fff9-fffc 1d173-1d17a')


def in_table_a1(code):
    """Unassigned code points."""
    return unicodedata.category(code) == 'Cn' and not in_table_c4(code)


# Mapped to nothing.
in_table_b1 = _named('in_table_b1', _member('ad 34f 1806 180b-180d 200b-200d 2060 fe00-fe0f feff'))


def map_table_b3(code):
    """Case folding without normalisation."""
    return code.casefold()


def map_table_b2(a):
    """Case folding for text that is normalised to NFKC afterwards."""
    folded = map_table_b3(a)
    once = unicodedata.normalize('NFKC', folded)
    twice = unicodedata.normalize('NFKC', once.casefold())
    return twice if once != twice else folded


def in_table_c11(code):
    """The ASCII space."""
    return code == ' '


def in_table_c12(code):
    """Other spaces."""
    return code != ' ' and unicodedata.category(code) == 'Zs'


in_table_c11_c12 = _named('in_table_c11_c12', _of_category('Zs'))


def in_table_c21(code):
    """ASCII control characters."""
    return ord(code) < 128 and unicodedata.category(code) == 'Cc'


def in_table_c22(code):
    """Other control characters."""
    return ord(code) >= 128 and (unicodedata.category(code) == 'Cc' or ord(code) in _control)


def in_table_c21_c22(code):
    return unicodedata.category(code) == 'Cc' or ord(code) in _control


in_table_c3 = _named('in_table_c3', _of_category('Co'))  # private use


def in_table_c4(code):
    """Code points that are no characters."""
    c = ord(code)
    return 0xFDD0 <= c < 0xFDF0 or c & 0xFFFE == 0xFFFE


in_table_c5 = _named('in_table_c5', _of_category('Cs'))  # surrogates
in_table_c6 = _named('in_table_c6', _member('fff9-fffd'))  # not for plain text
in_table_c7 = _named('in_table_c7', _member('2ff0-2ffb'))  # ideographic description
in_table_c8 = _named('in_table_c8', _member('340 341 200e 200f 202a-202e 206a-206f'))  # change of display
in_table_c9 = _named('in_table_c9', _member('e0001 e0020-e007f'))  # tags


def in_table_d1(code):
    """Characters written from right to left."""
    return unicodedata.bidirectional(code) in ('R', 'AL')


def in_table_d2(code):
    """Characters written from left to right."""
    return unicodedata.bidirectional(code) == 'L'
