"""Elements, trees of them, reading and writing XML."""
import collections
import contextlib
import io
import re
import sys

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'canonicalize', 'fromstring', 'fromstringlist', 'indent', 'iselement', 'iterparse',
           'parse', 'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'SubElement', 'tostring', 'tostringlist', 'TreeBuilder', 'VERSION',
           'XML', 'XMLID', 'XMLParser', 'XMLPullParser', 'register_namespace']

VERSION = '1.3.0'


class ParseError(SyntaxError):
    """code is expat's number, position (line, column)."""


def iselement(element):
    return hasattr(element, 'tag')


class Element:
    tag = attrib = text = tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError('attrib must be dict, not %s' % type(attrib).__name__)
        self.tag, self.attrib, self._children = tag, {**attrib, **extra}, []

    def __repr__(self):
        return '<%s %r at %#x>' % (type(self).__name__, self.tag, id(self))

    def makeelement(self, tag, attrib):
        return type(self)(tag, attrib)

    def __copy__(self):
        new = self.makeelement(self.tag, self.attrib)
        new.text, new.tail = self.text, self.tail
        new[:] = self
        return new

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn('Testing an element\'s truth value will always return True in future versions.  '
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        for e in element if isinstance(index, slice) else [element]:
            self._check(e)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def _check(self, e):
        if not isinstance(e, Element):
            raise TypeError('expected an Element, not %s' % type(e).__name__)

    def append(self, subelement):
        if not isinstance(subelement, Element):
            raise TypeError('append() argument 1 must be xml.etree.ElementTree.Element, not %s' % type(subelement).__name__)
        self._children.append(subelement)

    def extend(self, elements):
        for e in elements:
            self._check(e)
            self._children.append(e)

    def insert(self, index, subelement):
        self._check(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for i, e in enumerate(self._children):
            if e is subelement:
                del self._children[i]
                return
        raise ValueError('list.remove(x): x not in list')

    def find(self, path, namespaces=None):
        return next(_select(self, path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ''

    def findall(self, path, namespaces=None):
        return list(_select(self, path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _select(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for e in self._children:
            yield from e.iter(tag)

    def itertext(self):
        if self.text:
            yield self.text
        for e in self._children:
            yield from e.itertext()
            if e.tail:
                yield e.tail


def SubElement(parent, tag, attrib={}, **extra):
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target + ' ' + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = '{%s}%s' % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return '<%s %r>' % (type(self).__name__, self.text)

    def __hash__(self):
        return hash(self.text)

    def _key(self, other):
        return other.text if isinstance(other, QName) else other

    def __eq__(self, other):
        return self.text == self._key(other)

    def __lt__(self, other):
        return self.text < self._key(other)

    def __le__(self, other):
        return self.text <= self._key(other)

    def __gt__(self, other):
        return self.text > self._key(other)

    def __ge__(self, other):
        return self.text >= self._key(other)


# Paths.

_STEP = re.compile(r"""('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")


def _path_tokens(path, namespaces):
    default = (namespaces or {}).get('')
    attribute = False
    for m in _STEP.finditer(path):
        quoted, op, tag = m.groups()
        if tag and tag[0] != '{':
            if ':' in tag:
                prefix, name = tag.split(':', 1)
                try:
                    if not namespaces:
                        raise KeyError
                    tag = '{%s}%s' % (namespaces[prefix], name)
                except KeyError:
                    raise SyntaxError('prefix %r not found in prefix map' % prefix) from None
            elif default and not attribute:
                tag = '{%s}%s' % (default, tag)
            attribute = False
        else:
            attribute = op == '@'
        yield 'quoted' if quoted else 'op' if op else 'tag' if tag else 'space', quoted[1:-1] if quoted else op or tag


def _matches(tag):
    """A test of elements for the name of a step."""
    if tag == '*':
        return lambda e: isinstance(e.tag, str)
    if tag == '{*}*':
        return lambda e: isinstance(e.tag, str)
    if tag.startswith('{}'):
        return lambda e: e.tag == tag[2:] if tag != '{}*' else isinstance(e.tag, str) and e.tag[0] != '{'
    if tag.startswith('{*}'):
        return lambda e: isinstance(e.tag, str) and (e.tag == tag[3:] or e.tag.endswith('}' + tag[3:]))
    if tag.endswith('}*'):
        return lambda e: isinstance(e.tag, str) and e.tag.startswith(tag[:-1])
    return lambda e: e.tag == tag


def _select(element, path, namespaces=None):
    if path[-1:] == '/':
        path += '*'
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = [t for t in _path_tokens(path, namespaces)]
    steps, i = [], 0
    while i < len(tokens):
        kind, text = tokens[i]
        if kind == 'tag' or text == '*':
            steps.append(_children(_matches(text)))
        elif text == '.':
            steps.append(lambda result, root: result)
        elif text == '..':
            steps.append(_parents)
        elif text == '//':
            i += 1
            if i == len(tokens):
                raise SyntaxError('invalid path')
            if tokens[i][0] == 'tag' or tokens[i][1] == '*':
                steps.append(_descendants(_matches(tokens[i][1])))
            elif tokens[i][1] == '.':
                raise SyntaxError('invalid descendant')
            else:
                raise SyntaxError('invalid descendant')
        elif text == '[':
            end = i + 1
            while end < len(tokens) and tokens[end][1] != ']':
                end += 1
            if end == len(tokens):
                raise SyntaxError('invalid predicate')
            steps.append(_predicate([t for t in tokens[i + 1:end] if t[0] != 'space']))
            i = end
        elif text != '/':
            raise SyntaxError('invalid path')
        i += 1
    result = [element]
    for step in steps:
        result = step(result, element)
    return iter(result)


def _children(test):
    return lambda result, root: (e for r in result for e in r if test(e))


def _descendants(test):
    return lambda result, root: (e for r in result for e in r.iter() if e is not r and test(e))


def _parents(result, root):
    parents = {e: p for p in root.iter() for e in p}
    seen = set()
    for e in result:
        p = parents.get(e)
        if p is not None and p not in seen:
            seen.add(p)
            yield p


def _predicate(tokens):
    kinds = ''.join('@' if t[1] == '@' else t[1] if t[0] == 'op' else 'q' if t[0] == 'quoted' else 't' for t in tokens)
    texts = [t[1] for t in tokens]
    if kinds == '@t':
        return lambda result, root: (e for e in result if e.get(texts[1]) is not None)
    if kinds in ('@t=q', '@t!=q'):
        equal = kinds == '@t=q'
        return lambda result, root: (e for e in result if e.get(texts[1]) is not None and (e.get(texts[1]) == texts[3]) == equal)
    if kinds == 't' and not re.match(r'-?\d+$', texts[0]):
        return lambda result, root: (e for e in result if e.find(texts[0]) is not None)
    if kinds in ('.=q', '.!=q'):
        return lambda result, root: (e for e in result if (''.join(e.itertext()) == texts[2]) == (kinds == '.=q'))
    if kinds in ('t=q', 't!=q'):
        equal = kinds == 't=q'
        return lambda result, root: (e for e in result if any((''.join(c.itertext()) == texts[2]) == equal for c in e.findall(texts[0])))
    if kinds == 't' or kinds.startswith('t()'):
        if kinds == 't':
            index = int(texts[0]) - 1
            if index < 0:
                raise SyntaxError('XPath position >= 1 expected')
        else:
            if texts[0] != 'last':
                raise SyntaxError('unsupported function')
            index = -1
            if kinds == 't()t':
                try:
                    index = int(texts[2]) - 1
                except ValueError:
                    raise SyntaxError('unsupported expression') from None
                if index > -2:
                    raise SyntaxError('XPath offset from last() must be negative')

        def at_index(result, root):
            parents = {e: p for p in root.iter() for e in p}
            for e in result:
                try:
                    if [c for c in parents[e] if c.tag == e.tag][index] is e:
                        yield e
                except (IndexError, KeyError):
                    pass
        return at_index
    raise SyntaxError('invalid predicate')


class ElementTree:
    def __init__(self, element=None, file=None):
        if element is not None and not iselement(element):
            raise TypeError('expected an Element, not %s' % type(element).__name__)
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        if not iselement(element):
            raise TypeError('expected an Element, not %s' % type(element).__name__)
        self._root = element

    def parse(self, source, parser=None):
        with _opened(source, 'rb') as f:
            parser = parser or XMLParser()
            while data := f.read(1 << 16):
                parser.feed(data)
            self._root = parser.close()
            return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == '/':
            import warnings
            path = '.' + path
            warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current '
                          'behaviour, change it to %r' % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        if self._root is None:
            raise TypeError('ElementTree not initialized')
        method = method or 'xml'
        encoding = encoding or 'us-ascii'
        text = _serialize(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        if encoding.lower() == 'unicode':
            with _opened(file_or_filename, 'w', encoding='utf-8') as f:
                f.write(text)
        else:
            with _opened(file_or_filename, 'wb') as f:
                f.write(text.encode(encoding, 'xmlcharrefreplace'))


@contextlib.contextmanager
def _opened(source, mode, **options):
    if hasattr(source, 'read' if 'r' in mode else 'write'):
        yield source
    else:
        with open(source, mode, **options) as f:
            yield f


# Writing.

_namespace_map = {'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html',
                  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf', 'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
                  'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
                  'http://purl.org/dc/elements/1.1/': 'dc'}
_EMPTY_HTML = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source',
               'track', 'wbr'}


def register_namespace(prefix, uri):
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for k, v in list(_namespace_map.items()):
        if k == uri or v == prefix:
            del _namespace_map[k]
    _namespace_map[uri] = prefix


def _bad(text):
    raise TypeError('cannot serialize %r (type %s)' % (text, type(text).__name__))


def _escape_text(text):
    if not isinstance(text, str):
        _bad(text)
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


_ATTRIBUTE = str.maketrans({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#09;'})


def _escape_attribute(text):
    if not isinstance(text, str):
        _bad(text)
    return text.translate(_ATTRIBUTE)


class _Names:
    """The prefixed names of qualified ones, and the namespaces that they use."""

    def __init__(self, root, default):
        self.names, self.uris = {None: None}, {}
        self.default = default
        if default:
            self.uris[default] = ''
        for e in root.iter():
            tag = e.tag
            if isinstance(tag, QName):
                self.add(tag.text)
            elif isinstance(tag, str):
                self.add(tag)
            elif tag is not None and tag not in (Comment, PI):
                _bad(tag)
            for key, value in e.items():
                self.add(key.text if isinstance(key, QName) else key)
                if isinstance(value, QName):
                    self.add(value.text)
            if isinstance(e.text, QName):
                self.add(e.text.text)

    def add(self, name):
        if not isinstance(name, str):
            _bad(name)
        if name in self.names:
            return
        if name[:1] != '{':
            if self.default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            self.names[name] = name
            return
        uri, tag = name[1:].rsplit('}', 1)
        prefix = self.uris.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri) or 'ns%d' % len(self.uris)
            if prefix != 'xml':
                self.uris[uri] = prefix
        self.names[name] = f'{prefix}:{tag}' if prefix else tag


def _serialize(root, encoding, declaration, default, method, short):
    out = []
    if method == 'xml' and (declaration or declaration is None and encoding.lower() not in ('utf-8', 'us-ascii', 'unicode')):
        shown = encoding
        if encoding.lower() == 'unicode':

            shown = 'utf-8'
        out.append("<?xml version='1.0' encoding='%s'?>\n" % shown)
    if method == 'text':
        return ''.join([*out, *root.itertext(), root.tail or ''])
    if method not in ('xml', 'html'):
        raise ValueError('unknown method %r' % method)
    names = _Names(root, default)
    _write(out.append, root, names, names.uris, short, method == 'html')
    return ''.join(out)


def _write(write, e, names, uris, short, is_html):
    tag, text = e.tag, e.text
    if tag is Comment:
        write('<!--%s-->' % (text if not is_html else _escape_text(text)))
    elif tag is PI:
        write('<?%s?>' % (text if not is_html else _escape_text(text)))
    elif tag is None:
        if text:
            write(_escape_text(text))
        for child in e:
            _write(write, child, names, None, short, is_html)
    else:
        name = names.names[tag.text if isinstance(tag, QName) else tag]
        write('<' + name)
        for uri, prefix in sorted((uris or {}).items(), key=lambda x: x[1]):
            write(' xmlns%s="%s"' % (':' + prefix if prefix else '', _escape_attribute(uri)))
        for key, value in e.items():
            key = key.text if isinstance(key, QName) else key
            value = names.names[value.text] if isinstance(value, QName) else value
            if is_html:
                value = value.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;') if isinstance(value, str) else _bad(value)
            else:
                value = _escape_attribute(value)
            write(' %s="%s"' % (names.names[key], value))
        lower = name.lower()
        if isinstance(text, QName):
            text = names.names[text.text]
        if text or len(e) or not short or is_html:
            write('>')
            if text:
                write(text if is_html and lower in ('script', 'style') else _escape_text(text))
            for child in e:
                _write(write, child, names, None, short, is_html)
            if not is_html or lower not in _EMPTY_HTML:
                write('</' + name + '>')
        else:
            write(' />')
    if e.tail:
        write(_escape_text(e.tail))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = io.StringIO() if encoding and encoding.lower() == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding='unicode')
    tail = tree.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Add white space so that each element begins a line."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    if not len(tree):
        return

    def walk(e, level):
        inner, outer = '\n' + space * (level + 1), '\n' + space * level
        if not e.text or not e.text.strip():
            e.text = inner
        for child in e:
            if len(child):
                walk(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = outer
    walk(tree, level)


# Reading.

class TreeBuilder:
    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data, self._open, self._last, self._root, self._tail = [], [], None, None, False
        self._factory = element_factory or Element
        self._comment, self._pi = comment_factory or Comment, pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        assert not self._open, 'missing end tags'
        assert self._root is not None, 'missing toplevel element'
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = ''.join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        self._flush()
        self._last = e = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(e)
        elif self._root is None:
            self._root = e
        self._open.append(e)
        self._tail = False
        return e

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        assert self._last.tag == tag, f'end tag mismatch (expected {self._last.tag}, got {tag})'
        self._tail = True
        return self._last

    def comment(self, text):
        return self._single(self._comment, self.insert_comments, text)

    def pi(self, target, text=None):
        return self._single(self._pi, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        e = factory(*args)
        if insert:
            self._flush()
            self._last = e
            if self._open:
                self._open[-1].append(e)
            self._tail = True
        return e


_MARKUP = re.compile(r'<!--(?P<comment>.*?)-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?(?P<pi>.*?)\?>|<!DOCTYPE(?P<doctype>(?:[^\[>"\']|"[^"]*"|\'[^\']*\'|\[.*?\]\s*)*)>|'
                     r'</(?P<end>[^\s>]+)\s*>|<(?P<start>[^\s/>!?=<"\'&]+)(?P<attrs>(?:\s+[^\s=<>/"\']+\s*=\s*(?:"[^<"]*"|\'[^<\']*\'))*)\s*(?P<empty>/?)>', re.DOTALL)
_ATTR = re.compile(r'([^\s=<>/"\']+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_ENTITY = re.compile(r'&(#x[0-9a-fA-F]+|#[0-9]+|[^\s;&<]+);|&')
_NAME = re.compile(r'[^\W\d][\w.\-:]*\Z')
_ENTITIES = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_ERRORS = {'syntax error': 2, 'no element found': 3, 'not well-formed (invalid token)': 4, 'unclosed token': 5, 'mismatched tag': 7,
           'duplicate attribute': 8, 'junk after document element': 9, 'undefined entity': 11, 'reference to invalid character number': 14,
           'unbound prefix': 27, 'unclosed CDATA section': 20}


class XMLParser:
    """A parser that is fed with text; the whole document is looked at when it is complete."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = 'pyasync 0.1'
        self._encoding = encoding
        self._pieces = []

    def feed(self, data):
        self._pieces.append(data)

    def close(self):
        pieces, self._pieces = self._pieces, []
        if any(isinstance(p, str) for p in pieces):
            text = ''.join(p if isinstance(p, str) else p.decode() for p in pieces)
        else:
            text = self._decode(b''.join(pieces))
        self._run(text)
        close = getattr(self.target, 'close', None)
        return close() if close else None

    def flush(self):
        pass

    def _decode(self, data):
        encoding = self._encoding
        if encoding is None:
            if data[:3] == b'\xef\xbb\xbf':
                data, encoding = data[3:], 'utf-8'
            elif data[:2] in (b'\xff\xfe', b'\xfe\xff'):
                encoding = 'utf-16'
            else:
                m = re.match(rb'\s*<\?xml[^>]*?encoding\s*=\s*["\']([\w.-]+)["\']', data)
                encoding = m.group(1).decode() if m else 'utf-8'
        try:
            return data.decode(encoding)
        except LookupError:
            raise self._error('unknown encoding', '', 0) from None
        except UnicodeDecodeError as e:
            raise self._error('not well-formed (invalid token)', data[:e.start].decode(encoding, 'replace'), e.start) from None

    def _error(self, message, text, at):
        line = text.count('\n', 0, at) + 1
        column = at - (text.rfind('\n', 0, at) + 1)
        err = ParseError('%s: line %d, column %d' % (message, line, column))
        err.code, err.position = _ERRORS.get(message, 0), (line, column)
        return err

    def _run(self, text):
        text = text.replace('\r\n', '\n').replace('\r', '\n')
        target = self.target
        handle = {name: getattr(target, name, None) for name in ('start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype')}
        open_tags, scopes, at, seen_root = [], [{'xml': 'http://www.w3.org/XML/1998/namespace'}], 0, False
        entities = dict(_ENTITIES)
        while at < len(text):
            begin = text.find('<', at)
            chunk = text[at:] if begin < 0 else text[at:begin]
            if chunk:
                if open_tags:
                    if ']]>' in chunk:
                        raise self._error('not well-formed (invalid token)', text, at + chunk.index(']]>'))
                    data = self._expand(chunk, text, at, entities)
                    if begin < 0:
                        break
                    if handle['data']:
                        handle['data'](data)
                elif chunk.strip():
                    where = at + len(chunk) - len(chunk.lstrip())
                    raise self._error('junk after document element' if seen_root else 'syntax error', text, where)
            if begin < 0:
                break
            m = _MARKUP.match(text, begin)
            if m is None:
                raise self._markup_error(text, begin)
            kind = m.lastgroup
            at = m.end()
            if m.group('start') is not None:
                if not open_tags and seen_root:
                    raise self._error('junk after document element', text, begin)
                seen_root = True
                name = self._start(m, text, begin, scopes, entities, handle)
                if m.group('empty'):
                    self._end(name, scopes, handle)
                else:
                    open_tags.append((m.group('start'), name))
            elif m.group('end') is not None:
                if not open_tags or open_tags[-1][0] != m.group('end'):
                    raise self._error('mismatched tag' if open_tags else 'not well-formed (invalid token)', text, begin + 2 if open_tags else begin + 1)
                self._end(open_tags.pop()[1], scopes, handle)
            elif m.group('cdata') is not None:
                if not open_tags:
                    raise self._error('not well-formed (invalid token)', text, begin)
                if handle['data'] and m.group('cdata'):
                    handle['data'](m.group('cdata'))
            elif m.group('comment') is not None:
                if handle['comment']:
                    handle['comment'](m.group('comment'))
            elif m.group('pi') is not None:
                word, _, rest = m.group('pi').partition(' ')
                if word.lower() == 'xml':
                    if begin:
                        raise self._error('XML or text declaration not at start of entity', text, begin)
                elif handle['pi']:
                    handle['pi'](word, rest.strip() or None)
            elif m.group('doctype') is not None:
                for name, a, b in re.findall(r'<!ENTITY\s+(\S+)\s+(?:"([^"]*)"|\'([^\']*)\')\s*>', m.group('doctype')):
                    entities[name] = self._expand(a or b, text, begin, entities)
        if open_tags or not seen_root:
            raise self._error('no element found', text, len(text))

    def _markup_error(self, text, begin):
        for opening, message in ('<!--', 'unclosed token'), ('<![CDATA[', 'unclosed CDATA section'), ('<?', 'unclosed token'):
            if text.startswith(opening, begin):
                return self._error(message, text, begin)
        if '>' not in text[begin:]:
            return self._error('unclosed token', text, begin)
        # Where the tag stops being one.
        m = re.compile(r'</?[^\s/>!?=<"\'&]*(?:\s+[^\s=<>/"\']+\s*=\s*(?:"[^<"]*"|\'[^<\']*\'))*\s*').match(text, begin)
        at = m.end() if m else begin + 1
        bad = re.compile(r'[^\s=<>/"\']+(?:\s*=\s*(?:["\'][^<]*)?)?').match(text, at)
        return self._error('not well-formed (invalid token)', text, bad.end() if bad else at)

    def _expand(self, chunk, text, at, entities):
        if '&' not in chunk:
            return chunk

        def value(m):
            name = m.group(1)
            if name is None:
                raise self._error('not well-formed (invalid token)', text, at + m.end())
            if name[0] == '#':
                number = int(name[2:], 16) if name[1] == 'x' else int(name[1:])
                if number not in (9, 10, 13) and not 32 <= number <= 0x10ffff or 0xd800 <= number < 0xe000:
                    raise self._error('reference to invalid character number', text, at + m.start())
                return chr(number)
            if name in entities:
                return entities[name]
            if name in self.entity:
                return self.entity[name]
            raise self._error('undefined entity', text, at + m.start())
        return _ENTITY.sub(value, chunk)

    def _start(self, m, text, begin, scopes, entities, handle):
        raw, attributes = m.group('start'), []
        if not _NAME.match(raw):
            raise self._error('not well-formed (invalid token)', text, begin + 1)
        scope = scopes[-1]
        names = set()
        declared = []
        for a in _ATTR.finditer(m.group('attrs')):
            key = a.group(1)
            at = m.start('attrs') + a.start()
            if key in names:
                raise self._error('duplicate attribute', text, at)
            names.add(key)
            value = a.group(2) if a.group(2) is not None else a.group(3)
            value = self._expand(re.sub(r'[\t\n]', ' ', value), text, at, entities)
            if key == 'xmlns' or key.startswith('xmlns:'):
                if scope is scopes[-1]:
                    scope = dict(scope)
                scope[key[6:]] = value
                declared.append((key[6:], value))
            else:
                attributes.append((key, value))
        for prefix, uri in declared:
            if handle['start_ns']:
                handle['start_ns'](prefix, uri)
        scopes.append(scope)

        def qualify(name, default):
            prefix, colon, local = name.rpartition(':')
            if colon:
                if prefix not in scope:
                    raise self._error('unbound prefix', text, begin)
                return '{%s}%s' % (scope[prefix], local)
            return '{%s}%s' % (scope[''], name) if default and scope.get('') else name
        name = qualify(raw, True)
        if handle['start']:
            handle['start'](name, {qualify(k, False): v for k, v in attributes})
        return name

    def _end(self, name, scopes, handle):
        if handle['end']:
            handle['end'](name)
        inner = scopes.pop()
        if inner is not scopes[-1] and handle['end_ns']:
            for prefix in [p for p in inner if inner.get(p) != scopes[-1].get(p)]:
                handle['end_ns'](prefix)


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    return XML(b''.join(sequence) if sequence and isinstance(sequence[0], bytes) else ''.join(sequence), parser)


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {e.get('id'): e for e in tree.iter() if e.get('id')}


class _EventBuilder(TreeBuilder):
    """Notes the events that were asked for."""

    def __init__(self, events, queue):
        super().__init__()
        self._wanted, self._queue = set(events), queue
        for name in 'start_ns', 'end_ns':
            if name.replace('_', '-') not in self._wanted:
                setattr(self, name, None)

    def _note(self, event, value):
        if event in self._wanted:
            self._queue.append((event, value))

    def start(self, tag, attrs):
        e = super().start(tag, attrs)
        self._note('start', e)
        return e

    def end(self, tag):
        e = super().end(tag)
        self._note('end', e)
        return e

    def comment(self, text):
        e = super().comment(text)
        self._note('comment', e)

    def pi(self, target, text=None):
        e = super().pi(target, text)
        self._note('pi', e)

    def start_ns(self, prefix, uri):
        self._note('start-ns', (prefix or '', uri or ''))

    def end_ns(self, prefix):
        self._note('end-ns', None)


class XMLPullParser:
    """Events of a document; they come when it is complete."""

    def __init__(self, events=None, *, _parser=None):
        self._queue = collections.deque()
        for event in events or ():
            if event not in ('start', 'end', 'comment', 'pi', 'start-ns', 'end-ns'):
                raise ValueError('unknown event %r' % event)
        self._parser = XMLParser(target=_EventBuilder(events or ('end',), self._queue))

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        self._parser.feed(data)

    def close(self):
        parser, self._parser = self._parser, None
        self._root = parser.close()

    def read_events(self):
        while self._queue:
            yield self._queue.popleft()

    def flush(self):
        pass


def iterparse(source, events=None, parser=None):
    """The events of a file; root is set when they have been read."""
    pull = XMLPullParser(events)

    class Iterator(collections.abc.Iterator):
        root = None

        def __next__(self):
            return next(generator)

        def close(self):
            pass

    def read():
        with _opened(source, 'rb') as f:
            while data := f.read(1 << 16):
                pull.feed(data)
        pull.close()
        yield from pull.read_events()
        it.root = pull._root

    generator = read()
    it = Iterator()
    return it


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    raise NotImplementedError('xml.etree.ElementTree.canonicalize is not available in pyasync')
