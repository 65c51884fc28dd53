"""Types of contents by the ends of file names."""
import os
import posixpath
import urllib.parse

__all__ = ['knownfiles', 'inited', 'MimeTypes', 'guess_type', 'guess_file_type', 'guess_all_extensions', 'guess_extension', 'add_type',
           'init', 'read_mime_types', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

knownfiles = []
inited = True

suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}

# By type: the extension to prefer comes first.
_TYPES = '''application/javascript
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .adts .aac .loas .ass
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/heic .heic
image/heif .heif
image/ief .ief
image/jpeg .jpg .jpe .jpeg
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/webp .webp
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/javascript .js .mjs
text/markdown .md .markdown
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/rtf .rtf
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-rst .rst
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie'''

types_map = {ext: line.split()[0] for line in _TYPES.splitlines() for ext in line.split()[1:]}
common_types = {'.rtf': 'application/rtf', '.midi': 'audio/midi', '.mid': 'audio/midi', '.jpg': 'image/jpg', '.pict': 'image/pict',
                '.pct': 'image/pict', '.pic': 'image/pict', '.webp': 'image/webp', '.xul': 'text/xul'}


class MimeTypes:
    def __init__(self, filenames=(), strict=True):
        self.encodings_map, self.suffix_map = encodings_map.copy(), suffix_map.copy()
        self.types_map = (dict(common_types), dict(types_map))
        self.types_map_inv = ({}, {})
        for known in False, True:
            for ext, kind in self.types_map[known].items():
                self.types_map_inv[known].setdefault(kind, []).append(ext)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        if not type:
            return
        self.types_map[strict][ext] = type
        exts = self.types_map_inv[strict].setdefault(type, [])
        if ext not in exts:
            exts.append(ext)

    def guess_type(self, url, strict=True):
        url = os.fspath(url)
        parts = urllib.parse.urlparse(url)
        if parts.scheme == 'data':
            comma = parts.path.find(',')
            if comma < 0:
                return None, None
            kind = parts.path[:comma].partition(';')[0]
            return kind if '/' in kind and '=' not in kind else 'text/plain', None
        if parts.scheme and len(parts.scheme) > 1:
            url = parts.path
        return self.guess_file_type(url, strict=strict)

    def guess_file_type(self, path, *, strict=True):
        base, ext = posixpath.splitext(os.fsdecode(path))
        while (lower := ext.lower()) in self.suffix_map:
            base, ext = posixpath.splitext(base + self.suffix_map[lower])
        encoding = None
        if ext in self.encodings_map:
            encoding = self.encodings_map[ext]
            base, ext = posixpath.splitext(base)
        ext = ext.lower()
        kind = self.types_map[True].get(ext)
        if kind is None and not strict:
            kind = self.types_map[False].get(ext)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        exts = list(self.types_map_inv[True].get(type, ()))
        if not strict:
            exts += [e for e in self.types_map_inv[False].get(type, ()) if e not in exts]
        return exts

    def guess_extension(self, type, strict=True):
        exts = self.guess_all_extensions(type, strict)
        return exts[0] if exts else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition('#')[0].split()
            for ext in words[1:]:
                self.add_type(words[0], '.' + ext, strict)


_db = None


def init(files=None):
    global _db
    _db = MimeTypes(files or ())


def _get():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _get().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    return _get().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    return _get().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _get().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    return _get().add_type(type, ext, strict)


def read_mime_types(file):
    try:
        db = MimeTypes()
        db.read(file)
    except OSError:
        return None
    return db.types_map[True]
