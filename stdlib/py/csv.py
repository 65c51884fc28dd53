"""CSV parsing and writing."""

import re
import types
from io import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]
__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = '_csv'
_dialects = {}
_field_limit = 131072
_missing = object()


def field_size_limit(limit=_missing, /):
    """Set the greatest size of a field, and return the one before."""
    global _field_limit
    old = _field_limit
    if limit is not _missing:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _field_limit = limit
    return old


def _char(name, value, none=True, default=None):
    if value is _missing:
        return default
    if value is None and none:
        return None
    if not isinstance(value, str):
        raise TypeError('"%s" must be string%s, not %s' % (name, ' or None' if none else '', type(value).__name__))
    if len(value) != 1:
        raise TypeError('"%s" must be a 1-character string' % name)
    return value


class _Dialect:
    """The settings of a reader or writer, checked."""

    def __init__(self, dialect=None, **kw):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in kw:
            if name not in ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict'):
                raise TypeError("this function got an unexpected keyword argument '%s'" % name)

        def get(name):
            return kw[name] if name in kw else getattr(dialect, name, _missing)
        self.delimiter = _char('delimiter', get('delimiter'), False, ',')
        self.doublequote = bool(get('doublequote')) if get('doublequote') is not _missing else True
        self.escapechar = _char('escapechar', get('escapechar'))
        lineterminator = get('lineterminator')
        if lineterminator is _missing:
            lineterminator = '\r\n'
        elif not isinstance(lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        self.lineterminator = lineterminator
        quotechar, quoting = get('quotechar'), get('quoting')
        self.quotechar = _char('quotechar', quotechar, True, '"')
        if quoting is _missing:
            quoting = QUOTE_NONE if quotechar is None else QUOTE_MINIMAL
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        self.quoting = quoting
        self.skipinitialspace = bool(get('skipinitialspace')) if get('skipinitialspace') is not _missing else False
        self.strict = bool(get('strict')) if get('strict') is not _missing else False
        self._check()

    def _check(self):
        def bad(name, c, space):
            if c is not None and (c in '\r\n' or c == ' ' and space):
                raise ValueError('bad %s value' % name)
        bad('delimiter', self.delimiter, False)
        bad('escapechar', self.escapechar, self.skipinitialspace)
        bad('quotechar', self.quotechar, self.skipinitialspace)

        def same(a, x, b, y):
            if x is not None and x == y:
                raise ValueError('bad %s or %s value' % (a, b))
        same('delimiter', self.delimiter, 'escapechar', self.escapechar)
        same('delimiter', self.delimiter, 'quotechar', self.quotechar)
        same('escapechar', self.escapechar, 'quotechar', self.quotechar)
        for name, c in (('delimiter', self.delimiter), ('escapechar', self.escapechar), ('quotechar', self.quotechar)):
            if c is not None and c in self.lineterminator:
                raise ValueError('bad %s or lineterminator value' % name)

    def __reduce_ex__(self, proto):
        raise TypeError("cannot pickle '_csv.Dialect' object")


def register_dialect(name, dialect=None, /, **fmtparams):
    """Give a name to a dialect."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Dialect(dialect, **fmtparams)


def unregister_dialect(name, /):
    """Forget a named dialect."""
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def get_dialect(name, /):
    """Return the dialect with a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    """Return the names of the dialects."""
    return list(_dialects)


class Dialect:
    """Describes a CSV dialect; subclass it and set the attributes."""

    _name, _valid = "", False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = self.__class__ is not Dialect
        try:
            _Dialect(self)
        except (TypeError, ValueError) as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """What Excel writes."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""
    delimiter = '\t'


class unix_dialect(Dialect):
    """What Unix programs write: all quoted, lines ending in a newline."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


for _name, _class in (("excel", excel), ("excel-tab", excel_tab), ("unix", unix_dialect)):
    register_dialect(_name, _class)
del _name, _class

# States of the reader.
_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPE_QUOTED, _QUOTE_IN_QUOTED, _EAT_CRNL, _AFTER_ESCAPED_CRNL = range(9)


class _Reader:
    """An iterator over the rows of an iterable of lines."""

    def __init__(self, iterable, dialect=None, **fmtparams):
        self._lines = iter(iterable)
        self.dialect = _Dialect(dialect, **fmtparams)
        self.line_num = 0
        d = self.dialect
        # Lines without quotes and escapes need no state machine.
        self._plain = d.quoting in (QUOTE_MINIMAL, QUOTE_ALL) and not d.skipinitialspace

    def __iter__(self):
        return self

    def _save(self):
        field = ''.join(self._field)
        self._field.clear()
        d = self.dialect
        if not self._was_quoted:
            if d.quoting == QUOTE_NOTNULL and not field:
                field = None
            elif d.quoting == QUOTE_STRINGS and not field:
                field = None
            elif d.quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and field != '':
                field = float(field)
        self._was_quoted = False
        self._fields.append(field)

    def _add(self, c):
        if len(self._field) >= _field_limit:
            raise Error('field larger than field limit (%d)' % _field_limit)
        self._field.append(c)

    def __next__(self):
        self._fields = []
        self._field = []
        self._was_quoted = False
        self._state = _START_RECORD
        d = self.dialect
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _IN_QUOTED:
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not %s (the file should be opened in text mode)' % type(line).__name__)
            self.line_num += 1
            if self._plain and self._state == _START_RECORD and (d.quotechar is None or d.quotechar not in line) \
                    and (d.escapechar is None or d.escapechar not in line):
                text = line.rstrip('\r\n')
                if '\r' not in text and '\n' not in text and len(text) <= _field_limit and len(line) - len(text) <= 2:
                    return text.split(d.delimiter) if text else []
            for c in line:
                self._process(c)
            self._process(None)
            if self._state == _START_RECORD:
                return self._fields

    def _process(self, c):
        d = self.dialect
        state = self._state
        if state == _EAT_CRNL:
            if c is None:
                self._state = _START_RECORD
            elif c not in '\r\n':
                raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            return
        if state == _START_RECORD:
            if c is None:
                return
            if c in '\r\n':
                self._state = _EAT_CRNL
                return
            state = _START_FIELD
        if state == _START_FIELD:
            if c is None or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c is None else _EAT_CRNL
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._was_quoted = True
                self._state = _IN_QUOTED
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == ' ' and d.skipinitialspace:
                self._state = _START_FIELD
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
                self._state = _IN_FIELD
        elif state == _ESCAPED:
            if c is None:
                c = '\n'
            self._add(c)
            self._state = _AFTER_ESCAPED_CRNL if c in '\r\n' else _IN_FIELD
        elif state in (_IN_FIELD, _AFTER_ESCAPED_CRNL):
            if c is None and state == _AFTER_ESCAPED_CRNL:
                return
            if c is None or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c is None else _EAT_CRNL
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
                self._state = _IN_FIELD
        elif state == _IN_QUOTED:
            if c is None:
                pass
            elif c == d.escapechar:
                self._state = _ESCAPE_QUOTED
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTED if d.doublequote else _IN_FIELD
            else:
                self._add(c)
        elif state == _ESCAPE_QUOTED:
            self._add('\n' if c is None else c)
            self._state = _IN_QUOTED
        elif state == _QUOTE_IN_QUOTED:
            if d.quoting != QUOTE_NONE and c == d.quotechar and c is not None:
                self._add(c)
                self._state = _IN_QUOTED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            elif c is None or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c is None else _EAT_CRNL
            elif not d.strict:
                self._add(c)
                self._state = _IN_FIELD
            else:
                raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))


_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Reader.__module__ = '_csv'


def reader(*args, **fmtparams):
    """Return an iterator over the rows of CSV lines."""
    if not args:
        raise TypeError(' expected at least 1 argument, got 0')
    return _Reader(*args, **fmtparams)


class _Writer:
    """Writes rows to a file-like object."""

    def __init__(self, fileobj, dialect=None, **fmtparams):
        write = getattr(fileobj, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        d = self.dialect = _Dialect(dialect, **fmtparams)
        self._special = frozenset(filter(None, [d.delimiter, d.escapechar, d.quotechar, '\r', '\n', *d.lineterminator]))

    def _quote(self, text, quoted):
        d = self.dialect
        if not text and not quoted:
            return text, quoted
        if not quoted and self._special.isdisjoint(text):
            return text, quoted
        out = []
        for c in text:
            if c in self._special:
                escape = d.quoting == QUOTE_NONE
                if not escape:
                    if c == d.quotechar:
                        if d.doublequote:
                            out.append(c)
                        else:
                            escape = True
                    elif c == d.escapechar:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(d.escapechar)
            out.append(c)
        return ''.join(out), quoted

    def writerow(self, row, /):
        """Write one row, an iterable of values."""
        try:
            row = iter(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        d = self.dialect
        out = []
        n = 0
        for field in row:
            n += 1
            if d.quoting == QUOTE_NONNUMERIC:
                quoted = not isinstance(field, (int, float)) and not hasattr(type(field), '__float__')
            elif d.quoting == QUOTE_ALL:
                quoted = True
            elif d.quoting == QUOTE_STRINGS:
                quoted = isinstance(field, str)
            elif d.quoting == QUOTE_NOTNULL:
                quoted = field is not None
            else:
                quoted = False
            null = field is None
            text = field if isinstance(field, str) else '' if null else str(field)
            if not text and d.delimiter == ' ' and d.skipinitialspace:
                if d.quoting == QUOTE_NONE or null and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                    raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
                quoted = True
            text, quoted = self._quote(text, quoted)
            out.append(d.quotechar + text + d.quotechar if quoted else text)
        if n == 1 and out[0] == '':
            if d.quoting == QUOTE_NONE or null and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error('single empty field record must be quoted')
            out[0] = d.quotechar * 2
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def writerows(self, rows, /):
        """Write several rows."""
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Writer.__module__ = '_csv'


def writer(fileobj, /, dialect='excel', **fmtparams):
    """Return an object that writes rows to fileobj."""
    return _Writer(fileobj, dialect, **fmtparams)


class DictReader:
    """A reader whose rows are dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader, self.dialect = reader(f, dialect, *args, **kwds), dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def _read(self):
        row = next(self.reader)
        self.line_num = self.reader.line_num
        return row

    @property
    def fieldnames(self):
        """The names of the fields: given, or the first row."""
        if self._fieldnames is None:
            try:
                self._fieldnames = self._read()
            except StopIteration:
                # Nor will there be other rows.
                self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            # The names may be in the first row.
            self.fieldnames
        row = self._read()
        while not row:
            row = self._read()
        names = self.fieldnames
        record = dict(zip(names, row))
        if len(row) > len(names):
            record[self.restkey] = row[len(names):]
        record.update(dict.fromkeys(names[len(row):], self.restval))
        return record

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """A writer whose rows are dicts."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """Return a dialect class for the sample."""
        quotechar, doublequote, delimiter, skipinitialspace = self._quoted(sample, delimiters)
        if not delimiter:
            delimiter, skipinitialspace = self._frequent(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        return type("dialect", (Dialect,), {
            "_name": "sniffed", "delimiter": delimiter, "quotechar": quotechar or '"', "doublequote": doublequote,
            "skipinitialspace": skipinitialspace, "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL,
            "__module__": __name__, "__qualname__": "Sniffer.sniff.<locals>.dialect"})

    def _quoted(self, data, delimiters):
        matches = []
        for pattern in (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                        r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                        r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)'):
            regexp = re.compile(pattern, re.DOTALL | re.MULTILINE)
            matches = regexp.findall(data)
            if matches:
                break
        if not matches:
            return '', False, None, 0
        quotes, delims, spaces = {}, {}, 0
        index = regexp.groupindex
        for m in matches:
            if isinstance(m, str):
                m = (m,)
            key = m[index['quote'] - 1]
            if key:
                quotes[key] = quotes.get(key, 0) + 1
            if 'delim' not in index:
                continue
            key = m[index['delim'] - 1]
            if key and (delimiters is None or key in delimiters):
                delims[key] = delims.get(key, 0) + 1
            if m[index['space'] - 1]:
                spaces += 1
        quotechar = max(quotes, key=quotes.get)
        if delims:
            delim = max(delims, key=delims.get)
            skipinitialspace = delims[delim] == spaces
            if delim == '\n':
                delim = ''
        else:
            delim, skipinitialspace = '', 0
        double = re.compile(r"((%(delim)s)|^)\W*%(quote)s[^%(delim)s\n]*%(quote)s[^%(delim)s\n]*%(quote)s\W*((%(delim)s)|$)"
                            % {'delim': re.escape(delim), 'quote': quotechar}, re.MULTILINE)
        return quotechar, bool(double.search(data)), delim, skipinitialspace

    def _frequent(self, data, delimiters):
        lines = list(filter(None, data.split('\n')))
        ascii_chars = [chr(c) for c in range(127)]
        chunk = min(10, len(lines))
        counts, modes, delims = {}, {}, {}
        start, end, iteration = 0, chunk, 0
        while start < len(lines):
            iteration += 1
            for line in lines[start:end]:
                for char in ascii_chars:
                    meta = counts.setdefault(char, {})
                    freq = line.count(char)
                    meta[freq] = meta.get(freq, 0) + 1
            for char, meta in counts.items():
                items = list(meta.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda x: x[1])
                    items.remove(best)
                    modes[char] = best[0], best[1] - sum(item[1] for item in items)
                else:
                    modes[char] = items[0]
            total = float(min(chunk * iteration, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for k, v in modes.items():
                    if v[0] > 0 and v[1] > 0 and v[1] / total >= consistency and (delimiters is None or k in delimiters):
                        delims[k] = v
                consistency -= 0.01
            if len(delims) == 1:
                delim = list(delims)[0]
                return delim, lines[0].count(delim) == lines[0].count("%c " % delim)
            start = end
            end += chunk
        if not delims:
            return '', 0
        for d in self.preferred:
            if d in delims:
                return d, lines[0].count(d) == lines[0].count("%c " % d)
        delim = max((v, k) for k, v in delims.items())[1]
        return delim, lines[0].count(delim) == lines[0].count("%c " % delim)

    def has_header(self, sample):
        """Guess whether the first row of the sample names the columns."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        columns = len(header)
        kinds = dict.fromkeys(range(columns))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != columns:
                continue
            for col in list(kinds):
                try:
                    complex(row[col])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[col])
                if kind != kinds[col]:
                    if kinds[col] is None:
                        kinds[col] = kind
                    else:
                        del kinds[col]
        votes = 0
        for col, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[col]) != kind else -1
            else:
                try:
                    kind(header[col])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
