"""The commonest aliases of encodings, normalised name to module name."""

aliases = {
    '646': 'ascii', 'us': 'ascii', 'us_ascii': 'ascii', 'iso646_us': 'ascii', 'cp367': 'ascii',
    '8859': 'latin_1', 'cp819': 'latin_1', 'iso8859': 'latin_1', 'iso8859_1': 'latin_1', 'iso_8859_1': 'latin_1', 'l1': 'latin_1',
    'latin': 'latin_1', 'latin1': 'latin_1',
    'u8': 'utf_8', 'utf': 'utf_8', 'utf8': 'utf_8', 'cp65001': 'utf_8',
    'u16': 'utf_16', 'utf16': 'utf_16', 'utf_16be': 'utf_16_be', 'utf_16le': 'utf_16_le',
    'u32': 'utf_32', 'utf32': 'utf_32', 'utf_32be': 'utf_32_be', 'utf_32le': 'utf_32_le', 'u7': 'utf_7', 'utf7': 'utf_7',
    '1250': 'cp1250', 'windows_1250': 'cp1250', '1251': 'cp1251', 'windows_1251': 'cp1251', '1252': 'cp1252', 'windows_1252': 'cp1252',
    'latin2': 'iso8859_2', 'latin9': 'iso8859_15', 'iso_8859_15': 'iso8859_15', 'cskoi8r': 'koi8_r', 'macintosh': 'mac_roman',
    'hex': 'hex_codec', 'base64': 'base64_codec', 'rot13': 'rot_13', 'zip': 'zlib_codec', 'zlib': 'zlib_codec', 'bz2': 'bz2_codec',
    'quopri': 'quopri_codec', 'quoted_printable': 'quopri_codec',
}
