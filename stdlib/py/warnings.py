"""Warnings: filters, and how warnings are shown."""

import sys
import _warnings
from _warnings import _defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

defaultaction = _defaultaction
onceregistry = _onceregistry


class WarningMessage:
    """A warning with its place."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        given = locals()
        for name in self._WARNING_DETAILS:
            setattr(self, name, given[name])
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr by default. Programs may replace this function."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """Return the text of a warning. Programs may replace this function."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg_impl(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        # A program without a terminal.
        return
    try:
        file.write(_formatwarnmsg(msg))
    except OSError:
        pass


def _formatwarnmsg_impl(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            line = None
    if line:
        text += "  %s\n" % line.strip()
    if msg.source is not None:
        text += f"{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def _showwarnmsg(msg):
    sw = showwarning
    if sw is not _showwarning_orig:
        if not callable(sw):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        sw(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
        return
    _showwarnmsg_impl(msg)


def _formatwarnmsg(msg):
    fw = formatwarning
    if fw is not _formatwarning_orig:
        return fw(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


def _show(message, category, filename, lineno, source):
    if not callable(_showwarnmsg):
        raise TypeError("warnings._showwarnmsg() must be set to a callable")
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


_ACTIONS = ("default", "always", "all", "ignore", "module", "once", "error")


def _check_filter(action, message, category, module, lineno):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    for name, value, good, what in (("message", message, isinstance(message, str), "a string"),
                                    ("category", category, isinstance(category, type) and issubclass(category, Warning),
                                     "a Warning subclass"),
                                    ("module", module, isinstance(module, str), "a string"),
                                    ("lineno", lineno, isinstance(lineno, int), "an int")):
        if not good:
            raise TypeError(f"{name} must be {what}")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Put a filter in front of the others (or behind them). message and module are patterns."""
    _check_filter(action, message, category, module, lineno)
    patterns = [None, None]
    if message or module:
        import re
        patterns = [message and re.compile(message, re.I) or None, module and re.compile(module) or None]
    _add_filter(action, patterns[0], category, patterns[1], lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a filter that matches any text and module in front of the others (or behind them)."""
    _check_filter(action, "", Warning, "", lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Remove all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    pass


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as msg:
            print("Invalid -W option ignored:", msg, file=sys.stderr)


def _setoption(arg):
    fields = [field.strip() for field in arg.split(":")]
    if len(fields) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    action, message, category, module, lineno = fields + [""] * (5 - len(fields))
    action, category = _getaction(action), _getcategory(category)
    # Here they are texts, not patterns.
    if message or module:
        import re
        message, module = re.escape(message), module and re.escape(module) + r"\Z"
    filterwarnings(action, message, category, module, _line_number(lineno) if lineno else 0)


def _line_number(text):
    try:
        text = int(text)
        if text >= 0:
            return text
    except (ValueError, OverflowError):
        pass
    raise _OptionError(f"invalid lineno {text!r}")


def _getaction(action):
    # Any beginning will do; none is the first.
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition(".")
    try:
        found = getattr(__import__(module or "builtins", fromlist=[name]), name)
    except ImportError:
        raise _OptionError(f"invalid module name: {module!r}") from None
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


class catch_warnings:
    """Restores filters and showwarning at the end of a with block; with record=True collects the warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            module.showwarning = module._showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


class deprecated:
    """Marks a class or function as deprecated: using it warns (PEP 702)."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            self._mark_class(arg)
            return arg
        if not callable(arg):
            raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, not {arg!r}")
        import inspect
        wrapper = self._warning(arg)
        if inspect.iscoroutinefunction(arg):
            wrapper = inspect.markcoroutinefunction(wrapper)
        arg.__deprecated__ = self.message
        return wrapper

    def _warning(self, function):
        """function, with a warning at each call."""
        import functools
        message, category, stacklevel = self.message, self.category, self.stacklevel + 1

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return function(*args, **kwargs)
        wrapper.__deprecated__ = message
        return wrapper

    def _mark_class(self, marked):
        """Make instances and subclasses of the class warn. Instances of subclasses do not."""
        import functools
        import types
        new, init_subclass = marked.__new__, marked.__init_subclass__
        message, category, stacklevel = self.message, self.category, self.stacklevel + 1

        @functools.wraps(new)
        def __new__(cls, /, *args, **kwargs):
            if cls is marked:
                warn(message, category=category, stacklevel=stacklevel)
            if new is not object.__new__:
                return new(cls, *args, **kwargs)
            # What object would have said of its own __new__.
            if (args or kwargs) and cls.__init__ is object.__init__:
                raise TypeError(f"{cls.__name__}() takes no arguments")
            return new(cls)

        marked.__new__ = staticmethod(__new__)
        if isinstance(init_subclass, types.MethodType):
            marked.__init_subclass__ = classmethod(self._warning(init_subclass.__func__))
        else:
            marked.__init_subclass__ = self._warning(init_subclass)
        marked.__deprecated__ = __new__.__deprecated__ = message


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    remove_formatted = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or _version[:2] == remove and _version[3] != "alpha":
        raise RuntimeError(f"{name!r} was slated for removal after Python {remove_formatted} alpha")
    warn(message.format(name=name, remove=remove_formatted), DeprecationWarning, stacklevel=3)


def _warn_unawaited_coroutine(coro, place=None):
    # place: (file, line, module, registry) where the coroutine was dropped, when that is not the caller's place.
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    origin = coro.cr_origin
    if origin is not None:
        import linecache
        import traceback
        # Outermost call first, as in tracebacks.
        calls = [(file, line, function, linecache.getline(file, line)) for file, line, function in reversed(origin)]
        text += '\nCoroutine created at (most recent call last)\n' + ''.join(traceback.format_list(calls)).rstrip('\n')
    if place is None:
        warn(text, category=RuntimeWarning, stacklevel=2, source=coro)
        return
    file, line, module, registry = place
    # When the program has ended, there is nobody left to ask for the allocation.
    warn_explicit(text, RuntimeWarning, file, line, module, registry, source=coro if line else None)


_processoptions(sys.warnoptions)
