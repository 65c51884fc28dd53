"""Pretty-printing of data structures."""

import collections as _collections
import dataclasses as _dataclasses
import re
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Pretty-print an object to a stream (sys.stdout)."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Return the pretty form of an object as a string."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print an object, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Return a repr that survives recursive structures."""
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    """Tell whether saferepr(object) can be read by eval()."""
    return PrettyPrinter().format(object, {}, None, 0)[1]


def isrecursive(object):
    """Tell whether the object contains itself."""
    return PrettyPrinter().format(object, {}, None, 0)[2]


class _safe_key:
    """Orders objects that may not be comparable, by type and identity then."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return self._place() < other._place()

    def _place(self):
        return str(type(self.obj)), id(self.obj)


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


# What is formatted item by item on one line, unless it has a __repr__ of its own, and the brackets around.
_CONTAINERS = {dict: "{}", list: "[]", tuple: "()"}
# What is shown as its repr when it is empty.
_SIZED = (str, set, frozenset, dict, _collections.deque)
_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _pieces(parts, nothing, width, last_width):
    """Join parts to pieces of which the repr is no wider than width, or last_width where the last part is in it.

    Yields the reprs. nothing is the empty piece.
    """
    piece = nothing
    for i, part in enumerate(parts):
        if i == len(parts) - 1:
            width = last_width
        if piece and len(repr(piece + part)) > width:
            yield repr(piece)
            piece = nothing
        piece += part
    if piece:
        yield repr(piece)


def _str_pieces(text, width, allowance):
    """text as literals: a line in each, or if it is too long as many words as fit."""
    lines = text.splitlines(True)
    for i, line in enumerate(lines):
        last_width = width - allowance if i == len(lines) - 1 else width
        if len(repr(line)) <= last_width:
            yield repr(line)
        else:
            yield from _pieces(re.findall(r"\S+\s*|\s+", line), "", width, last_width)


def _bytes_pieces(data, width, allowance):
    """data as literals of a multiple of four bytes."""
    # Only an incomplete four at the end leaves room for what follows.
    last_width = width - allowance if len(data) % 4 else width
    return _pieces([data[i:i + 4] for i in range(0, len(data), 4)], b"", width, last_width)


def _one_per_line(items, stream, indent, allowance):
    """Yield each item with the room it must leave at the end of its line, and begin a new line in between."""
    for i, item in enumerate(items, 1):
        last = i == len(items)
        yield item, allowance if last else 1
        if not last:
            stream.write(",\n" + " " * indent)


def _has_generated_repr(object):
    if isinstance(object, type) or not _dataclasses.is_dataclass(object) or not object.__dataclass_params__.repr:
        return False
    return "__create_fn__" in getattr(getattr(object.__repr__, "__wrapped__", None), "__qualname__", "")


class PrettyPrinter:
    """Prints objects over as many lines as the width makes necessary.

    The methods that write an object are in _dispatch by the __repr__ that they replace. Beside the object they take the
    stream, the column at which it begins, how much room to leave on its last line, the ids of the objects around it,
    and how many these are.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        if self._indent_per_level < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if self._width == 0:
            raise ValueError("width must be != 0")
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        """Write the object and a line end to the stream."""
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        """Return what pprint() would write, without the line end."""
        text = _StringIO()
        self._format(object, text, 0, 0, {}, 0)
        return text.getvalue()

    def isreadable(self, object):
        """Tell whether eval() can read the object's text."""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        """Tell whether the object contains itself."""
        return self.format(object, {}, 0, 0)[2]

    # On one line.

    def format(self, object, context, maxlevels, level):
        """Return (text, whether eval reads it, whether it is recursive); subclasses may have other texts."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._note(readable, recursive)
        return text

    def _note(self, readable, recursive):
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True

    def _sorted_items(self, mapping):
        return sorted(mapping.items(), key=_safe_tuple) if self._sort_dicts else mapping.items()

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _builtin_scalars:
            return repr(object), True, False
        method = getattr(cls, "__repr__", None)
        if method is int.__repr__ and issubclass(cls, int):
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        for base, brackets in _CONTAINERS.items():
            if method is base.__repr__ and issubclass(cls, base):
                return self._container_repr(object, base, brackets, context, maxlevels, level)
        text = repr(object)
        return text, text != "" and not text.startswith("<"), False

    def _container_repr(self, object, base, brackets, context, maxlevels, level):
        if not object:
            return brackets, True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return ("...," if base is tuple and len(object) == 1 else "...").join(brackets), False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False

        def text_of(item):
            nonlocal readable, recursive
            text, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
            readable, recursive = readable and item_readable, recursive or item_recursive
            return text

        if base is dict:
            texts = [f"{text_of(name)}: {text_of(value)}" for name, value in self._sorted_items(object)]
        else:
            texts = [text_of(item) for item in object]
        del context[key]
        inner = ", ".join(texts) + ("," if base is tuple and len(texts) == 1 else "")
        return inner.join(brackets), readable, recursive

    # On several lines.

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            self._note(False, True)
            return
        text = self._repr(object, context, level)
        write = None
        if len(text) > self._width - indent - allowance and (object or not isinstance(object, _SIZED)):
            write = self._dispatch.get(type(object).__repr__)
            if write is None and _has_generated_repr(object):
                write = PrettyPrinter._pprint_dataclass
        if write is None:
            stream.write(text)
            return
        context[key] = 1
        write(self, object, stream, indent, allowance, context, level + 1)
        del context[key]

    def _open(self, stream, opening):
        """Write an opening bracket and the rest of the column in which the first item begins."""
        stream.write(opening + " " * (self._indent_per_level - 1))

    def _format_items(self, items, stream, indent, allowance, context, level):
        self._open(stream, "")
        indent += self._indent_per_level
        if self._compact:
            self._fill(items, stream, indent, allowance, context, level)
            return
        for item, room in _one_per_line(items, stream, indent, allowance):
            self._format(item, stream, indent, room, context, level)

    def _fill(self, items, stream, indent, allowance, context, level):
        """Write as many items on a line as fit."""
        new_line = ",\n" + " " * indent
        line = free = self._width - indent + 1
        between = ""
        for i, item in enumerate(items, 1):
            room = 1
            if i == len(items):
                room = allowance
                line -= allowance
                free -= allowance
            text = self._repr(item, context, level)
            if free < len(text) + 2:
                free = line
                between = between and new_line
            stream.write(between)
            if free < len(text) + 2:
                self._format(item, stream, indent, room, context, level)
                between = new_line
            else:
                stream.write(text)
                free -= len(text) + 2
                between = ", "

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        for (key, value), room in _one_per_line(items, stream, indent, allowance):
            name = self._repr(key, context, level) + ": "
            stream.write(name)
            self._format(value, stream, indent + len(name), room, context, level)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        for (name, value), room in _one_per_line(items, stream, indent, allowance):
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, room, context, level)

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        self._open(stream, "{")
        self._format_dict_items(self._sorted_items(object), stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        closing = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._format_items(object, stream, indent, allowance + len(closing), context, level)
        stream.write(closing)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        name, closing = ("", "}") if type(object) is set else (type(object).__name__ + "(", "})")
        stream.write(name + "{")
        self._format_items(sorted(object, key=_safe_key), stream, indent + len(name), allowance + len(closing), context, level)
        stream.write(closing)

    def _pprint_pieces(self, split, object, stream, indent, allowance, level):
        """Write a string in pieces, in parentheses unless something around has brackets."""
        inside = level == 1
        pieces = list(split(object, self._width - indent - inside, allowance + inside))
        text = ("\n" + " " * (indent + inside)).join(pieces)
        # Bytes have parentheses also in one piece.
        stream.write(f"({text})" if inside and (len(pieces) > 1 or split is _bytes_pieces) else text)

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        self._pprint_pieces(_str_pieces, object, stream, indent, allowance, level)

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
        else:
            self._pprint_pieces(_bytes_pieces, object, stream, indent, allowance, level)

    # In the form of a call.

    def _call(self, name, stream, indent):
        """Write the name of what is called; returns the column of the arguments."""
        stream.write(name + "(")
        return indent + len(name) + 1

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        indent = self._call("bytearray", stream, indent)
        self._pprint_bytes(bytes(object), stream, indent, allowance + 1, context, level + 1)
        stream.write(")")

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        indent = self._call("mappingproxy", stream, indent)
        self._format(object.copy(), stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        indent = self._call(type(object).__name__, stream, indent)
        self._format(list(object.items()), stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        cls = type(object)
        indent = self._call("namespace" if cls is _types.SimpleNamespace else cls.__name__, stream, indent)
        self._format_namespace_items(vars(object).items(), stream, indent, allowance, context, level)
        stream.write(")")

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        indent = self._call(type(object).__name__, stream, indent)
        shown = [(f.name, getattr(object, f.name)) for f in _dataclasses.fields(object) if f.repr]
        self._format_namespace_items(shown, stream, indent, allowance, context, level)
        stream.write(")")

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        indent = self._call(type(object).__name__, stream, indent)
        stream.write(f"{factory},\n" + " " * indent)
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        indent = self._call(type(object).__name__, stream, indent)
        self._open(stream, "{")
        self._format_dict_items(object.most_common(), stream, indent, allowance + 2, context, level)
        stream.write("})")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        indent = self._call(type(object).__name__, stream, indent)
        for mapping, room in _one_per_line(object.maps, stream, indent, allowance + 1):
            self._format(mapping, stream, indent, room, context, level)
        stream.write(")")

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        indent = self._call(type(object).__name__, stream, indent)
        closing = "])"
        if object.maxlen is not None:
            closing = f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})"
        stream.write("[")
        self._format_items(object, stream, indent, 2 if object.maxlen is not None else allowance + 2, context, level)
        stream.write(closing)

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        # It looks like what it wraps.
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch = {cls.__repr__: method for method, *classes in (
        (_pprint_dict, dict), (_pprint_list, list), (_pprint_tuple, tuple), (_pprint_set, set, frozenset),
        (_pprint_str, str), (_pprint_bytes, bytes), (_pprint_bytearray, bytearray),
        (_pprint_mappingproxy, _types.MappingProxyType), (_pprint_simplenamespace, _types.SimpleNamespace),
        (_pprint_ordered_dict, _collections.OrderedDict), (_pprint_default_dict, _collections.defaultdict),
        (_pprint_counter, _collections.Counter), (_pprint_chain_map, _collections.ChainMap),
        (_pprint_deque, _collections.deque),
        (_pprint_user, _collections.UserDict, _collections.UserList, _collections.UserString)) for cls in classes}
