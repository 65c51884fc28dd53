"""What a child of the method 'fork' takes over from the main program.

It is a new interpreter, so it cannot share the parent's memory. It gets the values of the global names that can be
pickled, and from the source the imports, functions, classes and assignments; nothing else of the program runs again.
"""
import ast
import io
import os
import pickle
import sys
import types

from .reduction import ForkingPickler

_OWN = (types.ModuleType, types.FunctionType, type)


def pickled_globals(main):
    """The values of main's global names, pickled one by one; what cannot be pickled is left out."""
    from .process import BaseProcess
    values = {}
    for name, value in main.__dict__.items():
        if name[:2] == '__' or isinstance(value, (*_OWN, BaseProcess)):
            continue
        try:
            values[name] = bytes(ForkingPickler.dumps(value))
        except Exception:
            pass
    return values


def typed_sources(main):
    """(name, text) of the pieces of source that define what a main program without a file has: -c, cells, a prompt."""
    import linecache
    names = {}
    for value in list(main.__dict__.values()):
        for f in value.__dict__.values() if isinstance(value, type) and value.__module__ == main.__name__ else [value]:
            if isinstance(f, types.FunctionType) and f.__globals__ is main.__dict__:
                names[f.__code__.co_filename] = None
    return [(name, ''.join(linecache.getlines(name, main.__dict__))) for name in names]


def define_main(data):
    main = sys.modules['__main__']
    namespace = main.__dict__
    values = data['globals']
    _load(values, namespace)
    sources = [(name, text.encode()) for name, text in data.get('sources', ())]
    if 'main_path' in data:
        path = namespace['__file__'] = data['main_path']
        if (source := _read(path)) is not None:
            sources.append((path, source))
    elif 'main_name' in data:
        import importlib.util
        spec = importlib.util.find_spec(data['main_name'])
        if spec is not None and spec.origin and os.path.exists(spec.origin):
            if (source := _read(spec.origin)) is not None:
                sources.append((spec.origin, source))
            namespace['__package__'] = spec.parent
    for path, source in sources:
        for code in _definitions(source, path, set(namespace)):
            try:
                exec(code, namespace)
            except Exception:
                pass  # what cannot be defined here may not be needed
    _load(values, namespace)


def _read(path):
    try:
        with open(path, 'rb') as f:
            return f.read()
    except OSError:
        return None


def _load(values, namespace):
    """Set what can be unpickled by now: instances need their class first."""
    for name, text in list(values.items()):
        try:
            namespace[name] = pickle.loads(text)
        except Exception:
            continue
        del values[name]


_DEFINITIONS = ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef
_ASSIGNMENTS = ast.Assign, ast.AnnAssign, ast.AugAssign


def _definitions(source, path, known):
    """Code objects for the statements of a program that define something but the names that are known."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    lines = source.decode('utf-8', 'replace').splitlines(keepends=True)
    for node in _chosen(tree.body, known, True):
        yield compile(_segment(lines, node), path, 'exec')


def _chosen(body, known, top):
    for node in body:
        if isinstance(node, _DEFINITIONS):
            yield node
        elif isinstance(node, _ASSIGNMENTS):
            if top and not _names(node) <= known:
                yield node
        elif isinstance(node, ast.If):
            yield from _chosen(node.body, known, top and not _is_guard(node.test))
            yield from _chosen(node.orelse, known, top)
        elif isinstance(node, ast.Try):
            yield from _chosen(node.body, known, top)
            for handler in node.handlers:
                yield from _chosen(handler.body, known, False)


def _is_guard(test):
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == '__name__'


def _names(node):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = set()
    for target in targets:
        for n in ast.walk(target):
            if isinstance(n, ast.Name):
                names.add(n.id)
    return names


def _first_line(node):
    decorators = getattr(node, 'decorator_list', ())
    return min([node.lineno, *(d.lineno for d in decorators)])


def _segment(lines, node):
    """The source of a statement, in its lines of the file."""
    first, last = _first_line(node), node.end_lineno
    part = lines[first - 1:last]
    part[-1] = part[-1].encode()[:node.end_col_offset].decode() + '\n'
    before = part[0].encode()[:node.col_offset].decode() if first == node.lineno else ''
    if before.strip():
        return '\n' * (first - 1) + part[0][len(before):] + ''.join(part[1:])  # it shares its line with another one
    if part[0][0] in ' \t':
        return '\n' * (first - 2) + 'if True:\n' + ''.join(part)
    return '\n' * (first - 1) + ''.join(part)
