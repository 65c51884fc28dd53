"""Extracting, formatting and printing of tracebacks."""

import itertools
import linecache
import sys
import _traceback

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
           "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary",
           "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_sentinel = object()
_RECURSIVE_CUTOFF = 3
_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def print_list(extracted_list, file=None):
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._extract_from_extended_frame_gen(_walk_tb_with_full_positions(tb), limit=limit)


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is not None:
            if isinstance(exc, BaseException):
                return exc, exc.__traceback__
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return None, None
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    colorize = kwargs.get("colorize", False)
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    te.print(file=file, chain=chain, colorize=colorize)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    colorize = kwargs.get("colorize", False)
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(te.format(chain=chain, colorize=colorize))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    colorize = kwargs.get("colorize", False)
    if value is _sentinel:
        value = exc
    te = TracebackException(type(value), value, None, compact=True)
    return list(te.format_exception_only(show_group=show_group, colorize=colorize))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass    # still running
        tb = tb.tb_next


def walk_stack(f):
    """Yield (frame, line number) from a frame outwards."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yield (frame, line number) along a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    while tb is not None:
        try:
            positions = _traceback.positions(tb)
        except TypeError:  # something that only looks like one
            positions = tb.tb_lineno, None, None, None
        yield tb.tb_frame, positions
        tb = tb.tb_next


class FrameSummary:
    """One frame of a traceback: place, source, and representations of the local variables."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "_lines_dedented", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename, self.name = filename, name
        self.lineno, self.end_lineno = lineno, lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        # The source is read when it is asked for, unless it shall be now.
        self._lines, self._lines_dedented = line, None
        if lookup_line:
            self._set_lines()
        self.locals = {k: _safe_string(v, "local", func=repr) for k, v in locals.items()} if locals else None

    def _parts(self):
        """The tuple that a summary once was, and still passes for."""
        return self.filename, self.lineno, self.name, self.line

    def __len__(self):
        return 4

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __eq__(self, other):
        if isinstance(other, tuple):
            return self._parts() == other
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _set_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            self._lines = "\n".join(linecache.getline(self.filename, n).rstrip() for n in range(self.lineno, self.end_lineno + 1)) + "\n"

    @property
    def _original_lines(self):
        """The lines of the statement as they stand in the source."""
        self._set_lines()
        return self._lines

    @property
    def _dedented_lines(self):
        """The same without their common indentation."""
        if self._lines_dedented is None:
            import textwrap
            lines = self._original_lines
            self._lines_dedented = lines and textwrap.dedent(lines)
        return self._lines_dedented

    @property
    def line(self):
        """The first line, stripped."""
        lines = self._original_lines
        return None if lines is None else lines.partition("\n")[0].strip()


def _summary_of_tuple(filename, lineno, name, line):
    return FrameSummary(filename, lineno, name, line=line)


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        def extended():
            for f, lineno in frame_gen:
                yield f, (lineno, None, None, None)
        return klass._extract_from_extended_frame_gen(extended(), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            limit = None if limit is None else max(limit, 0)
        if limit is not None:
            # A negative limit, which only a caller can give, counts from the end.
            frame_gen = itertools.islice(frame_gen, limit) if limit >= 0 else list(frame_gen)[limit:]
        result = klass()
        for f, (lineno, end_lineno, colno, end_colno) in frame_gen:
            co = f.f_code
            linecache.lazycache(co.co_filename, f.f_globals)
            result.append(FrameSummary(co.co_filename, lineno, co.co_name, lookup_line=False, locals=f.f_locals if capture_locals else None,
                                       end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in {frame.filename for frame in result}:
            linecache.checkcache(filename)
        if lookup_lines:
            for frame in result:
                frame._set_lines()
        return result

    @classmethod
    def from_list(klass, a_list):
        return StackSummary(frame if isinstance(frame, FrameSummary) else _summary_of_tuple(*frame) for frame in a_list)

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one frame; None leaves it out."""
        f = frame_summary
        filename = "<stdin>" if f.filename.startswith("<stdin>-") else f.filename
        text = _traceback.format_frame(filename, f.lineno, f.name, f._original_lines, f.end_lineno, f.colno, f.end_colno,
                                       kwargs.get("colorize", False))
        if f.lineno is None:
            text = text.replace(", line 0, in ", ", line None, in ", 1)
        if f.locals:
            text += "".join(f"    {name} = {value}\n" for name, value in sorted(f.locals.items()))
        return text

    def format(self, **kwargs):
        colorize = kwargs.get("colorize", False)
        result = []
        last = None
        count = 0
        for frame_summary in self:
            formatted = self.format_frame_summary(frame_summary, colorize=colorize) if colorize else self.format_frame_summary(frame_summary)
            if formatted is None:
                continue
            key = (frame_summary.filename, frame_summary.lineno, frame_summary.name)
            if last is None or key != last:
                _add_repeated(result, count)
                last = key
                count = 0
            count += 1
            if count > _RECURSIVE_CUTOFF:
                continue
            result.append(formatted)
        _add_repeated(result, count)
        return result


def _add_repeated(result, count):
    if count > _RECURSIVE_CUTOFF:
        count -= _RECURSIVE_CUTOFF
        result.append(f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n")


class _Context:
    """The state of printing nested groups."""

    def __init__(self):
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        if margin_char is None:
            margin_char = "|"
        indent_str = self.indent()
        if self.exception_group_depth:
            indent_str += margin_char + " "
        for text in ([text_gen] if isinstance(text_gen, str) else text_gen):
            yield "".join([indent_str + line for line in text.splitlines(True)])


_MAGENTA, _BOLD_MAGENTA, _BOLD_RED, _RESET = "\x1b[35m", "\x1b[1;35m", "\x1b[1;31m", "\x1b[0m"


def _final_line(etype, value, colorize):
    valuestr = _safe_string(value, "exception")
    if colorize:
        if value is None or not valuestr:
            return f"{_BOLD_MAGENTA}{etype}{_RESET}\n"
        return f"{_BOLD_MAGENTA}{etype}{_RESET}: {_MAGENTA}{valuestr}{_RESET}\n"
    if value is None or not valuestr:
        return f"{etype}\n"
    return f"{etype}: {valuestr}\n"


def _is_list(notes):
    if notes is None or isinstance(notes, (str, bytes)):
        return False
    from collections.abc import Sequence
    return isinstance(notes, Sequence)


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


class TracebackException:
    """An exception made ready for printing: it keeps no frames or other objects alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        is_recursive_call = _seen is not None
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(_walk_tb_with_full_positions(exc_traceback), limit=limit,
                                                                   lookup_lines=lookup_lines, capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as e:
            self.__notes__ = [f"Ignored error getting __notes__: {_safe_string(e, '__notes__', repr)}"]
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname, self.exc_type_module = (exc_type.__qualname__, exc_type.__module__) if exc_type else (None, None)
        self._is_syntax_error = bool(exc_type) and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            for name in ("lineno", "end_lineno"):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        elif exc_value is not None:
            self._str += _traceback.suggestion(exc_value, exc_traceback)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False

        self.__cause__ = self.__context__ = self.exceptions = None
        if not is_recursive_call and exc_value is not None:
            options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals, compact=compact,
                           max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=_seen)
            # A chain may be longer than the stack is deep: a work list instead of recursion.
            todo = [(self, exc_value)]
            while todo:
                te, e = todo.pop()
                todo.extend(te._add_children(e, compact, options))

    def _add_children(self, exc, compact, options):
        """Make the entries for cause, context and members of exc; return those to go on with."""
        _seen = options["_seen"]
        made = []

        def child(e):
            te = TracebackException(type(e), e, e.__traceback__, **options)
            made.append((te, e))
            return te
        if exc.__cause__ is not None and id(exc.__cause__) not in _seen:
            self.__cause__ = child(exc.__cause__)
        need_context = not compact or self.__cause__ is None and not exc.__suppress_context__
        if exc.__context__ is not None and need_context and id(exc.__context__) not in _seen:
            self.__context__ = child(exc.__context__)
        if isinstance(exc, BaseExceptionGroup):
            self.exceptions = [child(e) for e in exc.exceptions]
        return made

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        module, name = self.exc_type_module, self.exc_type_qualname
        if module in ("__main__", "builtins"):
            return name
        return f"{module if isinstance(module, str) else '<unknown>'}.{name}"

    def _load_lines(self):
        for frame in self.stack:
            frame._set_lines()

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        colorize = kwargs.get("colorize", False)
        indent = 3 * _depth * " "
        if not self._have_exc_type:
            yield indent + _final_line(None, self._str, colorize)
            return
        stype = self.exc_type_str
        if not self._is_syntax_error:
            formatted = _final_line(stype, self._str, colorize)
            if _depth > 0:
                yield from [indent + l for l in formatted.splitlines(keepends=True)]
            else:
                yield formatted
        else:
            yield from [indent + l for l in self._format_syntax_error(stype, colorize)]
        if _is_list(self.__notes__):
            for note in self.__notes__:
                note = _safe_string(note, "note")
                yield from [indent + l + "\n" for l in note.split("\n")]
        elif self.__notes__ is not None:
            yield indent + f"{_safe_string(self.__notes__, '__notes__', func=repr)}\n"
        if self.exceptions and show_group:
            for ex in self.exceptions:
                yield from ex.format_exception_only(show_group=show_group, _depth=_depth + 1, colorize=colorize)

    def _format_syntax_error(self, stype, colorize):
        magenta, bold_magenta, bold_red, reset = (_MAGENTA, _BOLD_MAGENTA, _BOLD_RED, _RESET) if colorize else ("",) * 4
        suffix = ""
        if self.lineno is not None:
            yield f'  File {magenta}"{self.filename or "<string>"}"{reset}, line {magenta}{self.lineno}{reset}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        text = self.text
        if text is not None:
            rtext = text.rstrip("\n")
            ltext = rtext.lstrip(" \n\f")
            spaces = len(rtext) - len(ltext)
            offset = self.offset
            if offset is None:
                yield f"    {ltext}\n"
            else:
                # Columns count from 1; those beyond the text stand for its end.
                beyond = len(rtext) + 1
                end_offset = (self.end_offset or offset) if self.lineno == self.end_lineno else beyond
                if self.text:
                    offset, end_offset = (at if at <= len(self.text) else beyond for at in (offset, end_offset))
                if end_offset < 0 or end_offset <= offset:
                    end_offset = offset + 1
                colno, end_colno = (at - 1 - spaces for at in (offset, end_offset))
                if colno >= 0:
                    pad = "".join(c if c.isspace() else " " for c in ltext[:colno])
                    yield f"    {ltext[:colno]}{bold_red}{ltext[colno:end_colno]}{reset}{ltext[end_colno:]}\n"
                    yield f"    {pad}{bold_red}{'^' * (end_colno - colno)}{reset}\n"
                else:
                    yield f"    {ltext}\n"
        msg = self.msg or "<no detail available>"
        yield f"{bold_magenta}{stype}{reset}: {magenta}{msg}{reset}{suffix}\n"

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yield the text piece by piece; each ends in a newline."""
        colorize = kwargs.get("colorize", False)
        if _ctx is None:
            _ctx = _Context()
        output = []
        exc = self
        while exc is not None:
            msg = following = None
            if chain:
                if exc.__cause__ is not None:
                    msg, following = _cause_message, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    msg, following = _context_message, exc.__context__
            output.append((msg, exc))
            exc = following
        for msg, exc in reversed(output):
            if msg is not None:
                yield from _ctx.emit(msg)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.emit("Traceback (most recent call last):\n")
                    yield from _ctx.emit(exc.stack.format(colorize=colorize))
                yield from _ctx.emit(exc.format_exception_only(colorize=colorize))
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from exc._format_group(_ctx, chain, colorize, self.max_group_width)

    def _format_group(self, _ctx, chain, colorize, width):
        is_toplevel = _ctx.exception_group_depth == 0
        if is_toplevel:
            _ctx.exception_group_depth += 1
        if self.stack:
            yield from _ctx.emit("Exception Group Traceback (most recent call last):\n", margin_char="+" if is_toplevel else None)
            yield from _ctx.emit(self.stack.format(colorize=colorize))
        yield from _ctx.emit(self.format_exception_only(colorize=colorize))
        num_excs = len(self.exceptions)
        n = num_excs if num_excs <= width else width + 1
        _ctx.need_close = False
        for i in range(n):
            last_exc = i == n - 1
            if last_exc:
                _ctx.need_close = True
            truncated = i >= width
            title = "..." if truncated else str(i + 1)
            yield _ctx.indent() + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            _ctx.exception_group_depth += 1
            if truncated:
                remaining = num_excs - width
                yield from _ctx.emit(f"and {remaining} more exception{'s' if remaining > 1 else ''}\n")
            else:
                yield from self.exceptions[i].format(chain=chain, _ctx=_ctx, colorize=colorize)
            if last_exc and _ctx.need_close:
                yield _ctx.indent() + "+------------------------------------\n"
                _ctx.need_close = False
            _ctx.exception_group_depth -= 1
        if is_toplevel:
            _ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        colorize = kwargs.get("colorize", False)
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain, colorize=colorize):
            print(line, file=file, end="")
