"""Get useful information from live Python objects."""
import sys
import types
import functools
from types import FunctionType, MethodType, ModuleType
from keyword import iskeyword
from enum import IntEnum, IntFlag, _simple_enum
from collections import namedtuple, OrderedDict

__author__ = ('Ka-Ping Yee <ping@lfw.org>', 'Yury Selivanov <yselivanov@sprymix.com>')

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments", "Attribute",
    "BlockFinder", "BoundArguments", "BufferFlags", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING",
    "CORO_SUSPENDED", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE",
    "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS",
    "ClassFoundException", "ClosureVars", "EndOfBlock", "FrameInfo", "FullArgSpec", "GEN_CLOSED",
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT",
    "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource", "formatannotation",
    "formatannotationrelativeto", "formatargvalues", "get_annotations", "getabsfile", "getargs",
    "getargvalues", "getasyncgenlocals", "getasyncgenstate", "getattr_static", "getblock", "getcallargs",
    "getclasstree", "getclosurevars", "getcomments", "getcoroutinelocals", "getcoroutinestate", "getdoc",
    "getfile", "getframeinfo", "getfullargspec", "getgeneratorlocals", "getgeneratorstate",
    "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule", "getmodulename",
    "getmro", "getouterframes", "getsource", "getsourcefile", "getsourcelines", "indentsize", "isabstract",
    "isasyncgen", "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine",
    "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction", "isgenerator",
    "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor",
    "ismethodwrapper", "ismodule", "isroutine", "istraceback", "markcoroutinefunction", "signature",
    "stack", "trace", "unwrap", "walktree",
]

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512

TPFLAGS_IS_ABSTRACT = 1 << 20

_sentinel = object()
# Stands for a member that is not there, where _sentinel already means "no default".
_absent = object()

# Kinds of objects.


def _test_of(name, cls, what):
    """The function that tells whether an object is an instance of cls."""
    def test(object):
        return isinstance(object, cls)
    test.__name__ = test.__qualname__ = name
    test.__doc__ = f'Return true if the object is {what}.'
    return test


for _row in (
    ('ismodule', types.ModuleType, 'a module'),
    ('isclass', type, 'a class'),
    ('isfunction', types.FunctionType, 'a user-defined function'),
    ('ismethod', types.MethodType, 'an instance method'),
    ('isbuiltin', types.BuiltinFunctionType, 'a built-in function or method'),
    ('ismethodwrapper', types.MethodWrapperType, 'a method wrapper'),
    ('ismemberdescriptor', types.MemberDescriptorType, 'a member descriptor'),
    ('isgetsetdescriptor', types.GetSetDescriptorType, 'a getset descriptor'),
    ('isgenerator', types.GeneratorType, 'a generator'),
    ('iscoroutine', types.CoroutineType, 'a coroutine'),
    ('isasyncgen', types.AsyncGeneratorType, 'an asynchronous generator'),
    ('istraceback', types.TracebackType, 'a traceback'),
    ('isframe', types.FrameType, 'a frame object'),
    ('iscode', types.CodeType, 'a code object'),
):
    globals()[_row[0]] = _test_of(*_row)
del _row


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor, but not if ismethod(),
    isclass() or isfunction() are true."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, functools.partial):
        # Its __get__ only warns of a change to come.
        return False
    cls = type(object)
    return (hasattr(cls, "__get__") and not hasattr(cls, "__set__") and not hasattr(cls, "__delete__"))


def isdatadescriptor(object):
    """Return true if the object is a data descriptor: it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def _unwrap_partial(f):
    """The function inside methods, partials and partialmethods."""
    while True:
        if isfunction(f):
            method = getattr(f, '__partialmethod__', None)
            if not isinstance(method, functools.partialmethod):
                return f
            f = method.func
        elif ismethod(f):
            f = f.__func__
        elif isinstance(f, (functools.partial, functools.partialmethod)):
            f = f.func
        else:
            return f


def _has_code_flag(f, flag):
    """Is f a function (or method or partial of one) whose code has the flag?"""
    f = _unwrap_partial(f)
    if not (isfunction(f) or _signature_is_functionlike(f)):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_code_flag(obj, CO_GENERATOR)


# The mark set by markcoroutinefunction().
_is_coroutine_mark = object()


def _has_coroutine_mark(f):
    f = _unwrap_partial(f)
    return getattr(f, "_is_coroutine_marker", None) is _is_coroutine_mark


def markcoroutinefunction(func):
    """Decorator to ensure callable is recognised as a coroutine function."""
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function."""
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isawaitable(object):
    """Return true if object can be passed to an ``await`` expression."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    import collections.abc
    return isinstance(object, collections.abc.Awaitable)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if not issubclass(type(object), sys.modules['abc'].ABCMeta):
        return False
    if hasattr(object, '__abstractmethods__'):
        # An ABC whose __abstractmethods__ is empty.
        return False
    # __init_subclass__ is running: ABCMeta has not counted yet.
    for value in object.__dict__.values():
        if getattr(value, "__isabstractmethod__", False):
            return True
    for base in object.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(object, name, None), "__isabstractmethod__", False):
                return True
    return False


# Members and attributes.


def _dynamic_attributes(classes):
    """The names that a DynamicClassAttribute hides on its class, and these descriptors."""
    return [(name, value) for cls in classes for name, value in cls.__dict__.items()
            if isinstance(value, types.DynamicClassAttribute)]


def _members(object, predicate, getter):
    names, mro = dir(object), ()
    if isclass(object):
        mro = getmro(object)
        try:
            names += [name for name, value in _dynamic_attributes(object.__bases__)]
        except AttributeError:
            pass
    members, seen = [], set()
    for name in names:
        # A name that comes again is a class's own attribute besides its metaclass's.
        value = _absent if name in seen else getter(object, name, _absent)
        if value is _absent:
            home = next((base for base in mro if name in base.__dict__), None)
            if home is None:
                # A name that dir() invented.
                continue
            value = home.__dict__[name]
        seen.add(name)
        if not predicate or predicate(value):
            members.append((name, value))
    return sorted(members, key=lambda member: member[0])


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name.
    Optionally, only return members that satisfy a given predicate."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name
    without triggering dynamic lookup via the descriptor protocol,
    __getattr__ or __getattribute__."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """Return list of attribute-descriptor tuples.

    Each has the name, the kind ('class method', 'static method', 'property',
    'method' or 'data'), the class that defines it and the object.
    """
    classes = (cls, *getmro(cls))
    metaclasses = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    names = dir(cls) + [name for name, value in _dynamic_attributes(classes[1:]) if value.fget is not None]
    result, seen = [], set()
    for name in names:
        value = stored = home = None
        # The proxy that cls.__dict__ gives is of no use.
        if name not in seen and name != '__dict__':
            try:
                value = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _attribute_home(cls, classes, metaclasses, name, value)
        for base in classes + metaclasses:
            if name in base.__dict__:
                stored = base.__dict__[name]
                home = home if home in metaclasses else base
                break
        if home is not None:
            seen.add(name)
            result.append(_classified(name, home, value, stored))
    return result


def _attribute_home(cls, classes, metaclasses, name, value):
    """The class that value, found as cls.name, belongs to, or None.

    It may say so itself; else it is the last that has it, after which come
    the metaclasses whose __getattr__ makes it.
    """
    home = getattr(value, '__objclass__', None)
    if home in classes:
        return home
    owners = [owner for owner in classes if getattr(owner, name, None) is value]
    for metaclass in metaclasses:
        try:
            made = metaclass.__getattr__(cls, name)
        except AttributeError:
            continue
        if made is value:
            owners.append(metaclass)
    return owners[-1] if owners else None


# The kinds which show in what a class's dict holds.
_STORED_KINDS = (
    ('static method', (staticmethod, types.BuiltinMethodType)),
    ('class method', (classmethod, types.ClassMethodDescriptorType)),
    ('property', (property,)),
)


def _classified(name, home, value, stored):
    for kind, classes in _STORED_KINDS:
        if isinstance(stored, classes):
            return Attribute(name, kind, home, stored)
    found = stored if value is None else value
    return Attribute(name, 'method' if isroutine(found) else 'data', home, found)


def getmro(cls):
    "Return tuple of base classes (including cls) in method resolution order."
    return cls.__mro__


_static_getmro = type.__dict__['__mro__'].__get__
_get_dunder_dict = type.__dict__["__dict__"].__get__


def _check_instance(obj, attr):
    try:
        instance_dict = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _sentinel
    if type(instance_dict) is not dict and not isinstance(instance_dict, dict):
        return _sentinel
    return dict.get(instance_dict, attr, _sentinel)


def _check_class(klass, attr):
    for entry in _static_getmro(klass):
        if _shadowed_dict(type(entry)) is _sentinel:
            found = _get_dunder_dict(entry).get(attr, _sentinel)
            if found is not _sentinel:
                return found
    return _sentinel


def _shadowed_dict(klass):
    """What the class attribute __dict__ was replaced by, or the sentinel."""
    for entry in _static_getmro(klass):
        class_dict = _get_dunder_dict(entry).get('__dict__', _sentinel)
        if class_dict is not _sentinel:
            if not (type(class_dict) is types.GetSetDescriptorType
                    and class_dict.__name__ == "__dict__"
                    and class_dict.__objclass__ is entry):
                return class_dict
            return _sentinel
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """Retrieve attributes without triggering dynamic lookup via the
       descriptor protocol,  __getattr__ or __getattribute__."""
    instance_result = _sentinel
    objtype = type(obj)
    if type not in _static_getmro(objtype):
        klass = objtype
        dict_attr = _shadowed_dict(klass)
        if dict_attr is _sentinel or type(dict_attr) is types.MemberDescriptorType:
            instance_result = _check_instance(obj, attr)
    else:
        klass = obj
    klass_result = _check_class(klass, attr)
    if instance_result is not _sentinel and klass_result is not _sentinel:
        if (_check_class(type(klass_result), "__get__") is not _sentinel
                and (_check_class(type(klass_result), "__set__") is not _sentinel
                     or _check_class(type(klass_result), "__delete__") is not _sentinel)):
            return klass_result
    if instance_result is not _sentinel:
        return instance_result
    if klass_result is not _sentinel:
        return klass_result
    if obj is klass:
        for entry in _static_getmro(type(klass)):
            if _shadowed_dict(type(entry)) is _sentinel and attr in entry.__dict__:
                return entry.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def _own_annotations(obj):
    """What a class, module or callable has as its own annotations."""
    if not isinstance(obj, type):
        if callable(obj) or ismodule(obj):
            return getattr(obj, '__annotations__', None)
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    # Not those of a base, nor the descriptor in the dict of type.
    names = getattr(obj, '__dict__', None)
    found = names.get('__annotations__') if names and hasattr(names, 'get') else None
    return None if isgetsetdescriptor(found) else found


def _annotation_scopes(obj):
    """The globals and locals in which the annotations of obj were written."""
    if ismodule(obj):
        return obj.__dict__, None
    globals, locals, inner = getattr(obj, '__globals__', None), None, obj
    if isinstance(obj, type):
        module = sys.modules.get(getattr(obj, '__module__', None))
        globals = getattr(module, '__dict__', None) if module else None
        locals = dict(vars(obj))
    while (wraps := hasattr(inner, '__wrapped__')) or isinstance(inner, functools.partial):
        inner = inner.__wrapped__ if wraps else inner.func
    return getattr(inner, '__globals__', globals), locals


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object.

    obj may be a callable, class, or module. With eval_str, annotations that
    are strings are evaluated in the given namespaces, or those of obj.
    """
    annotations = _own_annotations(obj)
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not (annotations and eval_str):
        return dict(annotations)
    own_globals, own_locals = _annotation_scopes(obj)
    globals = own_globals if globals is None else globals
    locals = own_locals or {} if locals is None else locals
    if type_params := getattr(obj, "__type_params__", ()):
        # Type parameters come before globals, after the class's own names.
        locals = {param.__name__: param for param in type_params} | locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value
            for name, value in annotations.items()}


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*.

    Follows the chain of :attr:`__wrapped__` attributes returning the last
    object in the chain. stop(func) ends the walk early.
    """
    original = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(original))
        seen[id(func)] = func
    return func


# Documentation and source.


def indentsize(line):
    """Return the indent size, in spaces, at the start of a line of text."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _findclass(func):
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split('.')[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def _owner(obj):
    """The class of which obj is an attribute, and its name there; (None, None) if there is none."""
    if ismethod(obj) or isbuiltin(obj):
        bound_to = obj.__self__
        name = obj.__func__.__name__ if ismethod(obj) else obj.__name__
        if not isclass(bound_to):
            return bound_to.__class__, name
        # A method of the class itself, or of its metaclass.
        if ismethod(obj):
            own = getattr(getattr(bound_to, name, None), '__func__', None) is obj.__func__
        else:
            own = f'{bound_to.__qualname__}.{name}' == obj.__qualname__
        return bound_to if own else bound_to.__class__, name
    if isfunction(obj):
        cls, name = _findclass(obj), obj.__name__
    elif isinstance(obj, property):
        cls, name = _findclass(obj.fget), obj.__name__
    elif isinstance(obj, functools.cached_property):
        cls, name = _findclass(obj.func), obj.attrname
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        cls, name = obj.__objclass__, obj.__name__
    else:
        return None, None
    return (cls, name) if cls is not None and getattr(cls, name) is obj else (None, None)


def _finddoc(obj):
    """The docstring that obj inherits, or None."""
    if isclass(obj):
        candidates = [base for base in obj.__mro__ if base is not object]
    else:
        cls, name = _owner(obj)
        if cls is None:
            return None
        slots = getattr(cls, '__slots__', None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
        candidates = (getattr(base, name) for base in cls.__mro__ if hasattr(base, name))
    docs = (getattr(candidate, '__doc__', None) for candidate in candidates)
    return next((doc for doc in docs if doc is not None), None)


def getdoc(object):
    """Return the docstring of an object, or the one it inherits, cleaned; None if there is none."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    try:
        doc = _finddoc(object) if doc is None else doc
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """Return a docstring without the indentation that its lines after the first share, and without empty lines around."""
    first, *rest = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip(' ')) for line in rest if line.strip(' ')]
    if margins:
        rest = [line[min(margins):] for line in rest]
    return '\n'.join([first.lstrip(' '), *rest]).strip('\n')


def _code_of(object):
    """The code object of a method, function, traceback or frame; anything else as it is."""
    for is_one, inside in ((ismethod, '__func__'), (isfunction, '__code__'), (istraceback, 'tb_frame'), (isframe, 'f_code')):
        if is_one(object):
            object = getattr(object, inside)
    return object


def getfile(object):
    """Return the name of the file in which an object was defined."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module_name = getattr(object, '__module__', None)
        file = getattr(sys.modules.get(module_name), '__file__', None)
        if file:
            return file
        if module_name == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    code = _code_of(object)
    if not iscode(code):
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(code).__name__}')
    return code.co_filename


def getmodulename(path):
    """Return the module name for a given file, or None."""
    import os
    import importlib.machinery
    name = os.path.basename(path)
    suffixes = [suffix for suffix in importlib.machinery.all_suffixes() if name.endswith(suffix)]
    return name.removesuffix(max(suffixes, key=len)) if suffixes else None


def getsourcefile(object):
    """Return the name of the file with an object's source, or None if there is no way to get at it."""
    import linecache
    import os
    filename = getfile(object)
    stem, suffix = os.path.splitext(filename)
    if suffix == '.so':
        return None
    if suffix in ('.pyc', '.pyo'):
        filename = stem + '.py'
    if filename in linecache.cache or os.path.exists(filename):
        return filename
    # A loader may have the source.
    module = getmodule(object, filename)
    loaders = getattr(module, '__loader__', None), getattr(getattr(module, '__spec__', None), 'loader', None)
    return None if loaders == (None, None) else filename


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object."""
    import os
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


modulesbyfile = {}
_filesbymodname = {}


def _note_files():
    """Enter the files of the modules which were loaded since the last time."""
    import os
    for name, module in sys.modules.copy().items():
        file = getattr(module, '__file__', None) if ismodule(module) else None
        if file is not None and file != _filesbymodname.get(name):
            _filesbymodname[name] = file
            modulesbyfile[file] = modulesbyfile[os.path.realpath(file)] = module.__name__


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    file = _filename
    if file is None or file not in modulesbyfile:
        try:
            file = getabsfile(object, _filename)
        except (TypeError, FileNotFoundError):
            return None
        if file not in modulesbyfile:
            _note_files()
    if file in modulesbyfile:
        return sys.modules.get(modulesbyfile[file])
    # Something without a file may still be known by its name.
    if hasattr(object, '__name__'):
        for module in (sys.modules['__main__'], sys.modules['builtins']):
            if getattr(module, object.__name__, _sentinel) is object:
                return module
    return None


class ClassFoundException(Exception):
    pass


def findsource(object):
    """Return the entire source file and starting line number for an object.

    The argument may be a module, class, method, function, traceback, frame,
    or code object. The source code is returned as a list of all the lines in
    the file and the line number indexes a line in that list. An OSError is
    raised if the source code cannot be retrieved."""
    import linecache
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    index = 0 if ismodule(object) else _first_line(object) - 1
    if index >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, index


def _first_line(object):
    """The number of the line on which a class, or anything with code, begins."""
    if isclass(object):
        line, known, trouble = vars(object).get('__firstlineno__'), int, 'source code not available'
    else:
        line, known, trouble = _code_of(object), types.CodeType, 'could not find code object'
    if not isinstance(line, known):
        raise OSError(trouble)
    return line if known is int else line.co_firstlineno


def getcomments(object):
    """Get the comment lines right before an object's definition, or at the top of a module.

    Returns None if there are none, or no source.
    """
    try:
        lines, index = findsource(object)
    except (OSError, TypeError):
        return None
    comments = _comments_on_top(lines) if ismodule(object) else _comments_above(lines, index)
    return ''.join(comments) or None


def _comments_on_top(lines):
    """The first comments of a module, behind the line that names an interpreter."""
    from itertools import dropwhile, takewhile
    if lines and lines[0].startswith('#!'):
        lines = lines[1:]
    text = dropwhile(lambda line: line.strip() in ('', '#'), lines)
    return [line.expandtabs() for line in takewhile(lambda line: line.startswith('#'), text)]


def _comments_above(lines, index):
    """The comments over a definition, as far indented as it, without empty ones at either end."""
    indent, start = indentsize(lines[index]), index
    while start and lines[start - 1].lstrip().startswith('#') and indentsize(lines[start - 1]) == indent:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:index]]
    for end in (-1, 0):
        while comments and comments[end].strip() == '#':
            del comments[end]
    return comments


class EndOfBlock(Exception):
    pass


class BlockFinder:
    """Provide a tokeneater() method to detect the end of a code block."""

    def __init__(self):
        self.started = self.islambda = self.indecorator = self.passline = False
        self.indent, self.last, self.body_col0 = 0, 1, None

    def tokeneater(self, type, token, srowcol, erowcol, line):
        import tokenize
        if not (self.started or self.indecorator):
            if type not in (tokenize.INDENT, tokenize.COMMENT, tokenize.NL):
                self._begin(token)
        elif type == tokenize.NEWLINE:
            self.passline = self.indecorator = False
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
        elif not self.passline:
            self._inside(tokenize.tok_name.get(type), srowcol, erowcol)

    def _begin(self, token):
        """The first token of a decorator or a block."""
        if token == '@':
            self.indecorator = True
            return
        # Even an expression is a block, until its line ends.
        self.islambda = token not in ('def', 'class', 'async')
        self.started = self.passline = token != 'async'

    def _inside(self, kind, start, end):
        """A token behind the block's first line."""
        match kind:
            case 'INDENT':
                self.indent += 1
                self.passline = True
                if self.started and self.body_col0 is None:
                    self.body_col0 = end[1]
            case 'DEDENT':
                self.indent -= 1
                if self.indent < 1:
                    raise EndOfBlock
            case 'COMMENT':
                if self.body_col0 is not None and self.body_col0 <= start[1]:
                    self.last = start[0]
            case _ if kind != 'NL' and not self.indent:
                raise EndOfBlock


def _bracket_end(lines, start):
    """The index behind the logical line that begins at lines[start]."""
    depth, quote, i = 0, None, start
    while i < len(lines):
        line, j, continued = lines[i], 0, False
        while j < len(line):
            c = line[j]
            if quote is not None:
                if c == '\\':
                    j += 1
                elif line.startswith(quote, j):
                    j += len(quote) - 1
                    quote = None
                elif c == '\n' and len(quote) == 1:
                    quote = None
            elif c in '"\'':
                quote = c * 3 if line.startswith(c * 3, j) else c
                j += len(quote) - 1
            elif c in '([{':
                depth += 1
            elif c in ')]}':
                depth -= 1
            elif c == '#':
                break
            elif c == '\\' and line[j + 1:].strip() == '':
                continued = True
                break
            j += 1
        i += 1
        if depth <= 0 and not continued and (quote is None or len(quote) == 1):
            return i
    return i


def getblock(lines):
    """Extract the block of code at the top of the given list of lines."""
    i = 0
    while i < len(lines) and (not lines[i].strip() or lines[i].lstrip().startswith('#')):
        i += 1
    if i == len(lines):
        return lines
    indent = indentsize(lines[i])
    # Decorators, then the first logical line.
    while lines[i].lstrip().startswith('@'):
        i = _bracket_end(lines, i)
        while i < len(lines) and (not lines[i].strip() or lines[i].lstrip().startswith('#')):
            i += 1
        if i >= len(lines):
            return lines
    head = lines[i].lstrip()
    end = _bracket_end(lines, i)
    if not head.startswith(('def ', 'class ', 'async ', 'def\t', 'class\t', 'if ', 'for ', 'while ', 'with ', 'try')):
        return lines[:end]
    body_indent = None
    last = end
    while end < len(lines):
        stripped = lines[end].strip()
        if not stripped:
            end += 1
            continue
        size = indentsize(lines[end])
        if stripped.startswith('#'):
            if body_indent is not None and size >= body_indent:
                last = end + 1
            end += 1
            continue
        if size <= indent:
            break
        if body_indent is None:
            body_indent = size
        end = _bracket_end(lines, end)
        last = end
    return lines[:last]


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    object = unwrap(object)
    lines, lnum = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[lnum:]), lnum + 1


def getsource(object):
    """Return the text of the source code for an object."""
    lines, lnum = getsourcelines(object)
    return ''.join(lines)


# Class trees.


def walktree(classes, children, parent):
    """List the classes, each followed by the list of those below it, if any."""
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    tree = []
    for cls in classes:
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree.append(walktree(children[cls], children, cls))
    return tree


def getclasstree(classes, unique=False):
    """Arrange classes in nested lists: behind the entry of a class, a list of those derived from it.

    With unique, each class stands once, though it may have several bases.
    """
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
        for base in cls.__bases__:
            siblings = children.setdefault(base, [])
            if cls not in siblings:
                siblings.append(cls)
            if unique and base in classes:
                break
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


# Arguments.

Arguments = namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    """Get information about the arguments accepted by a code object."""
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    names = co.co_varnames
    nargs = co.co_argcount
    nkwargs = co.co_kwonlyargcount
    args = list(names[:nargs])
    kwonlyargs = list(names[nargs:nargs + nkwargs])
    nargs += nkwargs
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[nargs]
        nargs += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[nargs]
    return Arguments(args + kwonlyargs, varargs, varkw)


FullArgSpec = namedtuple('FullArgSpec',
                         'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters.

    A tuple of seven things is returned:
    (args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations).
    """
    try:
        sig = _signature_from_callable(func, follow_wrapper_chains=False, skip_bound_arg=False,
                                       sigcls=Signature, eval_str=False)
    except Exception as ex:
        raise TypeError('unsupported callable') from ex
    args, posonlyargs, kwonlyargs, defaults = [], [], [], ()
    varargs = varkw = None
    annotations, kwdefaults = {}, {}
    if sig.return_annotation is not sig.empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        kind, name, has_default = param.kind, param.name, param.default is not param.empty
        if kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _VAR_KEYWORD:
            varkw = name
        elif kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if has_default:
                kwdefaults[name] = param.default
        else:
            (posonlyargs if kind is _POSITIONAL_ONLY else args).append(name)
            if has_default:
                defaults += (param.default,)
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(posonlyargs + args, varargs, varkw, defaults or None,
                       kwonlyargs, kwdefaults or None, annotations)


ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargvalues(frame):
    """Get information about arguments passed into a particular frame."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        text = repr(annotation)
        # Drop "typing." in front of names.
        pieces = text.split('typing.')
        out = pieces[0]
        for piece in pieces[1:]:
            if out and (out[-1].isalnum() or out[-1] in '_.'):
                out += 'typing.' + piece
            else:
                out += piece
        return out
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)
    return _formatannotation


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    """Return the text of a call with the values that getargvalues() returns."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    shown += [form(name) + formatvalue(locals[name]) for form, name in ((formatvarargs, varargs), (formatvarkw, varkw)) if name]
    return f"({', '.join(shown)})"


def _counted(number, what):
    return f"{number} {what}" + ("" if number == 1 else "s")


def _check_missing(f_name, kind, names, values):
    missing = [repr(name) for name in names if name not in values]
    if not missing:
        return
    *others, last = missing
    listed = f"{', '.join(others)} and {last}" if others else last
    raise TypeError(f"{f_name}() missing {_counted(len(missing), f'required {kind} argument')}: {listed}")


def _too_many(f_name, args, kwonly, defcount, given, values):
    takes = f"from {len(args) - defcount} to {len(args)} positional arguments" if defcount else _counted(len(args), "positional argument")
    gave, verb = str(given), "was" if given == 1 else "were"
    by_keyword = sum(name in values for name in kwonly)
    if by_keyword:
        gave = f"{_counted(given, 'positional argument')} (and {_counted(by_keyword, 'keyword-only argument')})"
        verb = "were"
    raise TypeError(f"{f_name}() takes {takes} but {gave} {verb} given")


def getcallargs(func, /, *positional, **named):
    """Return a dict of the parameters of a function and the values that a call with these arguments gives them."""
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = getfullargspec(func)
    f_name = func.__name__
    defaults = defaults or ()
    if ismethod(func) and func.__self__ is not None:
        positional = func.__self__, *positional
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = positional[len(args):]
    others = {}
    if varkw:
        values[varkw] = others
    for name, value in named.items():
        if name in args or name in kwonlyargs:
            if name in values:
                raise TypeError(f"{f_name}() got multiple values for argument {name!r}")
            values[name] = value
        elif varkw:
            others[name] = value
        else:
            raise TypeError(f"{f_name}() got an unexpected keyword argument {name!r}")
    if len(positional) > len(args) and not varargs:
        _too_many(f_name, args, kwonlyargs, len(defaults), len(positional), values)
    required = args[:len(args) - len(defaults)]
    _check_missing(f_name, "positional", required, values)
    for name, default in (*zip(args[len(required):], defaults), *(kwonlydefaults or {}).items()):
        values.setdefault(name, default)
    _check_missing(f_name, "keyword-only", kwonlyargs, values)
    return values


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """Return what the names in a function's body stand for that are not its own: by where they are found."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    found = ClosureVars({}, {}, {}, set())
    code = func.__code__
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            found.nonlocals[name] = cell.cell_contents
        except ValueError:
            # Not assigned yet.
            pass
    builtins = func.__globals__.get("__builtins__", sys.modules['builtins'])
    scopes = ((found.globals, func.__globals__), (found.builtins, vars(builtins) if ismodule(builtins) else builtins))
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        for values, scope in scopes:
            if name in scope:
                values[name] = scope[name]
                break
        else:
            found.unbound.add(name)
    return found


# Frames.

_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return _record_text('Traceback', self)


def _record_text(name, record):
    fields = [f'{field}={getattr(record, field)!r}' for field in (*record._fields, 'positions')]
    return f"{name}({', '.join(fields)})"


def _code_position(code, lasti, lineno):
    """The place of instruction lasti in code as a dis.Positions-like tuple."""
    positions = list(code.co_positions())
    if 0 <= lasti // 2 < len(positions) and positions[lasti // 2][0] == lineno:
        return positions[lasti // 2]
    for place in positions:
        if place[0] == lineno:
            return place
    return (lineno, lineno, None, None)


_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object."""
    if not isframe(frame) and not istraceback(frame):
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))
    if istraceback(frame):
        lineno, lasti = frame.tb_lineno, frame.tb_lasti
        frame = frame.tb_frame
    else:
        lineno, lasti = frame.f_lineno, frame.f_lasti
    positions = _Positions(*_code_position(frame.f_code, lasti, lineno))
    filename = getsourcefile(frame) or getfile(frame)
    lines, index = _lines_around(frame, lineno, context)
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def _lines_around(frame, lineno, context):
    """So many lines of the source around a line, and its index in them; None twice if there are none."""
    if context <= 0:
        return None, None
    try:
        lines, first = findsource(frame)
    except OSError:
        return None, None
    start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
    return lines[start:start + context], lineno - 1 - start


def getlineno(frame):
    """Return the line that the frame is at."""
    return frame.f_lineno


_FrameInfo = namedtuple('_FrameInfo', ('frame',) + Traceback._fields)


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return _record_text('FrameInfo', self)


def getouterframes(frame, context=1):
    """Get a list of records for a frame and all higher (calling) frames."""
    framelist = []
    while frame:
        info = getframeinfo(frame, context)
        framelist.append(FrameInfo(*((frame,) + info), positions=info.positions))
        frame = frame.f_back
    return framelist


def getinnerframes(tb, context=1):
    """Get a list of records for a traceback's frame and all lower frames."""
    framelist = []
    while tb:
        info = getframeinfo(tb, context)
        framelist.append(FrameInfo(*((tb.tb_frame,) + info), positions=info.positions))
        tb = tb.tb_next
    return framelist


def currentframe():
    """Return the frame of the caller or None if this is not possible."""
    return sys._getframe(1)


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Return a list of records for the stack below the current exception."""
    exc = sys.exception()
    tb = None if exc is None else exc.__traceback__
    return getinnerframes(tb, context)


# Generators and coroutines.

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'


def _state(obj, prefix, kind):
    if getattr(obj, prefix + '_running'):
        return kind + '_RUNNING'
    if getattr(obj, prefix + '_suspended'):
        return kind + '_SUSPENDED'
    if getattr(obj, prefix + '_frame') is None:
        return kind + '_CLOSED'
    return kind + '_CREATED'


def _locals(obj, prefix):
    frame = getattr(obj, prefix + '_frame', None)
    return {} if frame is None else frame.f_locals


def getgeneratorstate(generator):
    """Get current state of a generator-iterator: GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state(generator, 'gi', 'GEN')


def getgeneratorlocals(generator):
    """Get the mapping of generator local variables to their current values."""
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return _locals(generator, 'gi')


CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


def getcoroutinestate(coroutine):
    """Get current state of a coroutine object: CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state(coroutine, 'cr', 'CORO')


def getcoroutinelocals(coroutine):
    """Get the mapping of coroutine local variables to their current values."""
    return _locals(coroutine, 'cr')


AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'


def getasyncgenstate(agen):
    """Get current state of an asynchronous generator object: AGEN_CREATED, AGEN_RUNNING,
    AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state(agen, 'ag', 'AGEN')


def getasyncgenlocals(agen):
    """Get the mapping of asynchronous generator local variables to their current values."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals(agen, 'ag')


# Signatures.

_NonUserDefinedCallables = (types.WrapperDescriptorType, types.MethodWrapperType,
                            types.ClassMethodDescriptorType, types.BuiltinFunctionType)


class _void:
    """A private marker - used in Parameter & Signature."""


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


_KIND_DESCRIPTIONS = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                      'variadic keyword')


# How arguments reach a parameter, in the order of a signature.
class _ParameterKind(IntEnum):
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, value):
        self.description = _KIND_DESCRIPTIONS[value]

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    """One parameter of a signature: its name, kind, default and annotation.

    Where there is no default or annotation, these are Parameter.empty.
    """

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError('{} parameters cannot have default values'.format(self._kind.description))
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError('name must be a str, not a {}'.format(type(name).__name__))
        if name[0] == '.' and name[1:].isdigit():
            # The first argument of a comprehension's function, ".0".
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, '
                                 'not {}'.format(self._kind.description))
            self._kind = _POSITIONAL_ONLY
            name = 'implicit{}'.format(name[1:])
        # Keywords are names of the parameters of some builtins.
        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY:
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        if not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Creates a customized copy of the Parameter."""
        return type(self)(self._name if name is _void else name,
                          self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def _format(self, *, quote_annotation_strings=True):
        text, equals = _STARS.get(self._kind, '') + self._name, '='
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            equals = ' = '
        return text if self._default is _empty else text + equals + repr(self._default)

    def __str__(self):
        return self._format()

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if isinstance(other, Parameter):
            return self is other or all(getattr(self, slot) == getattr(other, slot) for slot in Parameter.__slots__)
        return NotImplemented

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


# What stands before the names of these kinds.
_STARS = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}

# What these kinds are if a call gives nothing to them.
_NO_ARGUMENTS = {_VAR_POSITIONAL: tuple, _VAR_KEYWORD: dict}


class BoundArguments:
    """Result of `Signature.bind` call.  Holds the mapping of arguments
    to the function's parameters: arguments, signature, args, kwargs.
    """

    __slots__ = ('arguments', '_signature', '__weakref__')

    signature = property(lambda self: self._signature)

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    def _sides(self):
        """The parameters to give by position and those to give by name.

        The first that has no argument, or needs its name, begins the second list.
        """
        parameters = list(self._signature.parameters.values())
        for i, param in enumerate(parameters):
            if param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or param.name not in self.arguments:
                return parameters[:i], parameters[i:]
        return parameters, []

    @property
    def args(self):
        args = []
        for param in self._sides()[0]:
            value = self.arguments[param.name]
            args += value if param.kind == _VAR_POSITIONAL else [value]
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        for param in self._sides()[1]:
            if param.name in self.arguments:
                value = self.arguments[param.name]
                kwargs.update(value if param.kind == _VAR_KEYWORD else {param.name: value})
        return kwargs

    def apply_defaults(self):
        """Set the defaults of parameters without an argument: those declared, () for *args, {} for **kwargs.

        What bind_partial() left out and has no default stays out.
        """
        filled = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif param.default is not _empty:
                filled[name] = param.default
            elif param.kind in _NO_ARGUMENTS:
                filled[name] = _NO_ARGUMENTS[param.kind]()
        self.arguments = filled

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __eq__(self, other):
        if isinstance(other, BoundArguments):
            return self is other or self.signature == other.signature and self.arguments == other.arguments
        return NotImplemented

    def __repr__(self):
        given = [f'{name}={value!r}' for name, value in self.arguments.items()]
        return f"<{type(self).__name__} ({', '.join(given)})>"


class Signature:
    """The parameters of a callable, in order, and what it is said to return.

    parameters maps names to Parameter objects; return_annotation is
    Signature.empty if there is none.
    """

    __slots__ = ('_return_annotation', '_parameters')

    empty = _empty
    # Subclasses may bring their own.
    _bound_arguments_cls = BoundArguments
    _parameter_cls = Parameter

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        """Make a signature of Parameter objects, which must be in a possible order."""
        if parameters is None:
            params = OrderedDict()
        elif __validate_parameters__:
            params = self._validated(parameters)
        else:
            params = OrderedDict((param.name, param) for param in parameters)
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @staticmethod
    def _validated(parameters):
        params = OrderedDict()
        top_kind = _POSITIONAL_ONLY
        seen_default = False
        for param in parameters:
            kind, name = param.kind, param.name
            if kind < top_kind:
                raise ValueError('wrong parameter order: {} parameter before {} parameter'.format(
                    top_kind.description, kind.description))
            top_kind = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is _empty:
                    if seen_default:
                        raise ValueError('non-default argument follows default argument')
                else:
                    seen_default = True
            if name in params:
                raise ValueError('duplicate parameter name: {!r}'.format(name))
            params[name] = param
        return params

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped,
                                        globals=globals, locals=locals, eval_str=eval_str)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Make a copy with other parameters or another return annotation."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def _compared(self):
        """What makes signatures equal: keyword-only parameters count in any order."""
        in_order, by_name = [], {}
        for param in self.parameters.values():
            if param.kind == _KEYWORD_ONLY:
                by_name[param.name] = param
            else:
                in_order.append(param)
        return tuple(in_order), by_name, self.return_annotation

    def __eq__(self, other):
        if isinstance(other, Signature):
            return self is other or self._compared() == other._compared()
        return NotImplemented

    def __hash__(self):
        in_order, by_name, returns = self._compared()
        return hash((in_order, frozenset(by_name.values()), returns))

    def _bind(self, args, kwargs, *, partial=False):
        arguments, misplaced = {}, []
        left = list(self.parameters.values())
        for i, value in enumerate(args):
            if i == len(left) or left[i].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                raise TypeError('too many positional arguments') from None
            name, kind = left[i].name, left[i].kind
            if kind == _VAR_POSITIONAL:
                arguments[name] = tuple(args[i:])
                left = left[i + 1:]
                break
            if name in kwargs and kind != _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {name!r}') from None
            arguments[name] = value
        else:
            left = self._for_keywords(left[len(args):], kwargs, partial, misplaced)
        extra = None
        for param in left:
            if param.kind == _VAR_KEYWORD:
                extra = param.name
            elif param.kind == _VAR_POSITIONAL:
                # Nothing was left for it; what follows is keyword-only.
                continue
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                raise TypeError(f'missing a required argument: {param.name!r}') from None
        if kwargs and extra is not None:
            arguments[extra] = kwargs
        elif kwargs and misplaced:
            raise TypeError('got some positional-only arguments passed as keyword arguments: '
                            f"{', '.join(misplaced)!r}")
        elif kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return self._bound_arguments_cls(self, arguments)

    @staticmethod
    def _for_keywords(parameters, kwargs, partial, misplaced):
        """Of the parameters behind the positional arguments, those which keywords or defaults are to fill.

        The names of positional-only ones that were passed as keywords go to
        misplaced: an error, unless there is a **kwargs to take them.
        """
        for i, param in enumerate(parameters):
            if param.kind == _VAR_POSITIONAL:
                return parameters[i + 1:]
            named = param.name in kwargs
            if named and param.kind == _POSITIONAL_ONLY:
                misplaced.append(param.name)
            elif named or partial or param.kind == _VAR_KEYWORD or param.default is not _empty:
                return parameters[i:]
            else:
                what = ' keyword-only' if param.kind == _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{what} argument: {param.name!r}') from None
        return []

    def bind(self, /, *args, **kwargs):
        """Tell which parameter each argument of a call is for, in a BoundArguments object.

        Raises TypeError if the call would fail for its arguments.
        """
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), for the first part of a call's arguments: others may still be missing."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """Return the text of the signature, with one parameter a line if it is wider than *max_width*."""
        parts, slash_due, star_due = [], False, True
        for param in self.parameters.values():
            kind = param.kind
            if slash_due and kind != _POSITIONAL_ONLY:
                parts.append('/')
            if star_due and kind == _KEYWORD_ONLY:
                parts.append('*')
            slash_due = kind == _POSITIONAL_ONLY
            star_due = star_due and kind not in (_KEYWORD_ONLY, _VAR_POSITIONAL)
            parts.append(param._format(quote_annotation_strings=quote_annotation_strings))
        if slash_due:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        returns = self.return_annotation
        if returns is not _empty:
            text += ' -> ' + formatannotation(returns, quote_annotation_strings=quote_annotation_strings)
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped,
                                   globals=globals, locals=locals, eval_str=eval_str)


# What a function has: the attribute, its types, and what is taken if there is none.
_FUNCTION_ATTRIBUTES = (
    ('__code__', types.CodeType, None),
    ('__name__', str, None),
    ('__defaults__', (tuple, types.NoneType), _void),
    ('__kwdefaults__', (dict, types.NoneType), _void),
    ('__annotations__', (dict, types.NoneType), None),
)


def _signature_is_functionlike(obj):
    """Does obj look like a function, though it is none (compiled code)?"""
    if not callable(obj) or isclass(obj):
        return False
    return all([isinstance(getattr(obj, name, missing), kinds) for name, kinds, missing in _FUNCTION_ATTRIBUTES])


def _signature_is_builtin(obj):
    return (isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _NonUserDefinedCallables)
            or obj is type or obj is object)


def _user_method(cls, name):
    """The method of cls, bound to it, unless it is a builtin's; else None."""
    if name == '__new__':
        method = getattr(cls, name, None)
    else:
        method = getattr_static(cls, name, None)
    if method is None or isinstance(method, _NonUserDefinedCallables):
        return None
    return method if name == '__new__' else _descriptor_get(method, cls)


def _descriptor_get(descriptor, obj):
    if isclass(descriptor):
        return descriptor
    get = getattr(type(descriptor), '__get__', _sentinel)
    if get is _sentinel:
        return descriptor
    return get(descriptor, obj, type(obj))


def _signature_bound_method(sig):
    """The signature without its first parameter."""
    params = list(sig.parameters.values())
    first = params[0].kind if params else None
    if first in (None, _KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError('invalid method signature')
    # *args takes self besides the rest.
    return sig.replace(parameters=params if first == _VAR_POSITIONAL else params[1:])


def _signature_get_partial(sig, partial, extra_args=()):
    """The signature that a functools.partial leaves."""
    keywords = partial.keywords or {}
    try:
        given = sig.bind_partial(*extra_args, *(partial.args or ()), **keywords).arguments
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    left, by_keyword = [], False
    for name, param in sig.parameters.items():
        kind = param.kind
        if name in given and kind is not _VAR_POSITIONAL and kind is not _VAR_KEYWORD:
            if kind is _POSITIONAL_ONLY or kind is _POSITIONAL_OR_KEYWORD and name not in keywords:
                continue
            # Given by keyword: a call can replace it, but nothing behind it comes by position any more.
            by_keyword = by_keyword or kind is _POSITIONAL_OR_KEYWORD
            param = param.replace(default=given[name])
        if by_keyword and kind is _POSITIONAL_OR_KEYWORD:
            param = param.replace(kind=_KEYWORD_ONLY)
        if not (by_keyword and kind is _VAR_POSITIONAL):
            left.append(param)
    return sig.replace(parameters=left)


def _parse_default(text, module_dict):
    """The value of a default in a text signature; raises ValueError when it cannot be told."""
    text = text.strip()
    try:
        return eval(text, {'__builtins__': {'None': None, 'True': True, 'False': False}}, {})
    except Exception:
        pass
    try:
        return eval(text, dict(module_dict), {'sys': sys})
    except Exception:
        raise ValueError from None


def _split_parameters(text):
    """Split a parameter list at the commas outside brackets and quotes."""
    parts, depth, quote, start = [], 0, None, 0
    for i, c in enumerate(text):
        if quote:
            if c == quote and text[i - 1] != '\\':
                quote = None
        elif c in '"\'':
            quote = c
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        elif c == ',' and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    last = text[start:].strip()
    if last:
        parts.append(last)
    return parts


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    """The signature written in the text s, as __text_signature__ of builtins is."""
    Parameter = cls._parameter_cls
    s = s.strip()
    if not s.startswith('('):
        raise ValueError("{!r} builtin has invalid signature".format(obj))
    inner = s[1:s.rindex(')')]
    module_dict = {}
    module_name = getattr(obj, '__module__', None)
    if not module_name:
        objclass = getattr(obj, '__objclass__', None)
        module_name = getattr(objclass, '__module__', None)
    module = sys.modules.get(module_name, None)
    if module:
        module_dict = module.__dict__
    parameters = []
    kind = _POSITIONAL_OR_KEYWORD
    self_parameter = None
    for part in _split_parameters(inner):
        if part == '/':
            parameters = [p.replace(kind=_POSITIONAL_ONLY) for p in parameters]
            continue
        if part == '*':
            kind = _KEYWORD_ONLY
            continue
        name, sep, default = part.partition('=')
        name = name.strip()
        if name.startswith('$'):
            name = name[1:]
            self_parameter = name
        if name.startswith('**'):
            parameters.append(Parameter(name[2:], _VAR_KEYWORD))
            continue
        if name.startswith('*'):
            parameters.append(Parameter(name[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
            continue
        if sep:
            try:
                value = _parse_default(default, module_dict)
            except ValueError:
                raise ValueError("{!r} builtin has invalid signature".format(obj)) from None
        else:
            value = _empty
        parameters.append(Parameter(name, kind, default=value))
    if self_parameter is not None and parameters:
        _self = getattr(obj, '__self__', None)
        self_isbound = _self is not None
        self_ismodule = ismodule(_self)
        if self_isbound and (self_ismodule or skip_bound_arg):
            parameters.pop(0)
        else:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return cls(parameters, return_annotation=cls.empty)


def _signature_from_builtin(cls, func, skip_bound_arg=True):
    text = getattr(func, "__text_signature__", None)
    if text:
        return _signature_fromstr(cls, func, text, skip_bound_arg)
    raise ValueError(f"no signature found for builtin {func!r}")


def _code_parameters(code):
    """The names and kinds of a code object's parameters, in the order of a signature."""
    names, positional, positional_only = code.co_varnames, code.co_argcount, code.co_posonlyargcount
    named = positional + code.co_kwonlyargcount
    # *args and **kwargs come last among the variables.
    rest = iter(names[named:])
    rows = [(name, _POSITIONAL_ONLY) for name in names[:positional_only]]
    rows += [(name, _POSITIONAL_OR_KEYWORD) for name in names[positional_only:positional]]
    if code.co_flags & CO_VARARGS:
        rows.append((next(rest), _VAR_POSITIONAL))
    rows += [(name, _KEYWORD_ONLY) for name in names[positional:named]]
    if code.co_flags & CO_VARKEYWORDS:
        rows.append((next(rest), _VAR_KEYWORD))
    return rows


def _signature_from_function(cls, func, skip_bound_arg=True, globals=None, locals=None, eval_str=False):
    """The signature of a Python function."""
    duck = not isfunction(func)
    if duck and not _signature_is_functionlike(func):
        raise TypeError(f'{func!r} is not a Python function')
    if text := getattr(func, '__text_signature__', None):
        return _signature_fromstr(cls, func, text, skip_bound_arg)
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    code = func.__code__
    # Defaults belong to the last of the positional parameters.
    by_position = dict(zip(reversed(code.co_varnames[:code.co_argcount]), reversed(func.__defaults__ or ())))
    by_name = func.__kwdefaults__ or {}
    parameters = []
    for name, kind in _code_parameters(code):
        default = _empty
        if kind is _KEYWORD_ONLY:
            default = by_name.get(name, _empty)
        elif kind is _POSITIONAL_ONLY or kind is _POSITIONAL_OR_KEYWORD:
            default = by_position.get(name, _empty)
        annotation = annotations.get(name, _empty)
        parameters.append(cls._parameter_cls(name, kind, default=default, annotation=annotation))
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=duck)


def _signature_from_callable(obj, *, follow_wrapper_chains=True, skip_bound_arg=True,
                             globals=None, locals=None, eval_str=False, sigcls):
    """Private helper function to get signature for arbitrary callable objects."""
    def again(obj, **changes):
        options = dict(follow_wrapper_chains=follow_wrapper_chains, skip_bound_arg=skip_bound_arg,
                       globals=globals, locals=locals, sigcls=sigcls, eval_str=eval_str)
        options.update(changes)
        return _signature_from_callable(obj, **options)

    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))
    if isinstance(obj, types.MethodType):
        sig = again(obj.__func__)
        return _signature_bound_method(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        obj = unwrap(obj, stop=(lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType)))
        if isinstance(obj, types.MethodType):
            return again(obj)
    try:
        sig = obj.__signature__
    except AttributeError:
        pass
    else:
        if sig is not None:
            if not isinstance(sig, Signature) and callable(sig):
                sig = sig()
            if isinstance(sig, str):
                return _signature_fromstr(sigcls, obj, sig)
            if not isinstance(sig, Signature):
                raise TypeError('unexpected object {!r} in __signature__ attribute'.format(sig))
            return sig
    partialmethod = getattr(obj, '__partialmethod__', None)
    if isinstance(partialmethod, functools.partialmethod):
        wrapped_sig = again(partialmethod.func)
        sig = _signature_get_partial(wrapped_sig, partialmethod, (None,))
        first = tuple(wrapped_sig.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first,) + tuple(sig.parameters.values()))
    if isfunction(obj) or _signature_is_functionlike(obj):
        return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg,
                                        globals=globals, locals=locals, eval_str=eval_str)
    if isinstance(obj, functools.partial):
        return _signature_get_partial(again(obj.func), obj)
    if _signature_is_builtin(obj):
        return _signature_from_builtin(sigcls, obj, skip_bound_arg=skip_bound_arg)
    if isinstance(obj, type):
        return _signature_of_class(obj, again, sigcls, skip_bound_arg)
    return _signature_of_instance(obj, again, sigcls)


def _signature_of_instance(obj, again, sigcls):
    """The signature of calling an object by its class's __call__."""
    method = getattr_static(type(obj), '__call__', None)
    if method is None:
        raise ValueError(f'callable {obj!r} is not supported by signature')
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _signature_fromstr(sigcls, obj, text)
    return again(_descriptor_get(method, obj))


def _signature_of_class(obj, again, sigcls, skip_bound_arg):
    """The signature of calling a class: its metaclass's __call__, its __new__ or its __init__."""
    call = _user_method(type(obj), '__call__')
    if call is not None:
        return again(call)
    new = _user_method(obj, '__new__')
    init = _user_method(obj, '__init__')
    for base in obj.__mro__:
        if new is not None and '__new__' in base.__dict__:
            sig = again(new)
            return _signature_bound_method(sig) if skip_bound_arg else sig
        if init is not None and '__init__' in base.__dict__:
            return again(init)
    for base in obj.__mro__[:-1]:
        text_sig = getattr(base, '__text_signature__', None)
        if text_sig:
            return _signature_fromstr(sigcls, base, text_sig)
    if type in obj.__mro__:
        raise ValueError('callable {!r} is not supported by signature'.format(obj))
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return sigcls.from_callable(object)
    raise ValueError('no signature found for builtin type {!r}'.format(obj))


# What a caller may ask of the buffer protocol (PEP 3118): single wishes, then the usual combinations.
BufferFlags = IntFlag('BufferFlags', module=__name__, names={
    'SIMPLE': 0, 'WRITABLE': 1, 'FORMAT': 4, 'ND': 8, 'STRIDES': 0x18,
    'C_CONTIGUOUS': 0x38, 'F_CONTIGUOUS': 0x58, 'ANY_CONTIGUOUS': 0x98, 'INDIRECT': 0x118,
    'CONTIG': 0x9, 'CONTIG_RO': 0x8, 'STRIDED': 0x19, 'STRIDED_RO': 0x18,
    'RECORDS': 0x1D, 'RECORDS_RO': 0x1C, 'FULL': 0x11D, 'FULL_RO': 0x11C, 'READ': 0x100, 'WRITE': 0x200,
})
