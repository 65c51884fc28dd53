# Names of characters: in literals, patterns, codecs and unicodedata; aliases, computed names, named sequences.
import re
import unicodedata

print("\N{LATIN CAPITAL LETTER GHA}\N{latin capital letter oi}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{CJK UNIFIED IDEOGRAPH-20000}\N{HANGUL SYLLABLE GAG}",
      ascii("\N{SOH}\N{LF}\N{BOM}\N{NO-BREAK SPACE}\N{NBSP}\N{TIBETAN MARK BKA- SHOG GI MGO RGYAN}\N{BELL}\N{ALERT}"))
for source in [r'"\N{LATIN SMALL LETTER R WITH TILDE}"', r'"\N{}"', r'"\N{nothing so}"', r'"\N"', r'"\N{DIGIT ONE"', r'"\N{CJK UNIFIED IDEOGRAPH-0041}"',
               r'"\N{CJK UNIFIED IDEOGRAPH-4E0}"', r'"\N{HANGUL SYLLABLE X}"', r'"\N{ DIGIT ONE}"']:
    try:
        print(ascii(eval(source)))
    except SyntaxError as e:
        print(source, e.msg)
for name in ["hangul syllable gag", "CJK UNIFIED IDEOGRAPH-4e00", 'LATIN SMALL LETTER R WITH TILDE', 'tamil syllable sai', 'KEYCAP DIGIT ONE', 'KATAKANA LETTER AINU P', 'PILCROW SIGN', 'nothing', '', 'x' * 300, 'A\nB',
             'HANGUL SYLLABLE HIH', 'CJK UNIFIED IDEOGRAPH-9FFF', 'CJK UNIFIED IDEOGRAPH-A000', 'NULL', 'FORM FEED', 'ZWJ']:
    try:
        print(name[:40].encode(), ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print('KeyError', e)
for c in 'a\u01a2\uac01\u4e00\U00020000\x00\ue000\ufffd\u2ffc\u31ef\U0001fae8':
    print(ascii(c), unicodedata.name(c, None), c.encode('ascii', 'namereplace'))
print(re.match(r'\N{DIGIT ONE}[\N{LATIN SMALL LETTER A}-\N{LATIN SMALL LETTER C}]', '1b'), rb'\N{ALERT}'.decode('unicode_escape').encode())
try:
    re.compile(r'\N{LATIN SMALL LETTER R WITH TILDE}')
except re.error as e:
    print(e)
