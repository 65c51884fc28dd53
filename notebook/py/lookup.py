# What a frontend asks while somebody types: completions, and what is known about a name.
import builtins
import keyword
import re

MISSING = object()


def static_attribute(obj, name):
    """An attribute, without running properties or other code of the user's."""
    import inspect
    try:
        found = inspect.getattr_static(obj, name)
    except AttributeError:
        return MISSING
    if isinstance(found, property) or type(found).__name__ in ('cached_property',):
        return MISSING
    try:
        return getattr(obj, name)
    except Exception:
        return MISSING


def find_name(dotted, namespace):
    """The object a dotted name stands for, or MISSING."""
    first, *rest = dotted.split('.')
    obj = namespace.get(first, getattr(builtins, first, MISSING))
    for name in rest:
        if obj is MISSING:
            return MISSING
        obj = static_attribute(obj, name)
    return obj


def complete(code, cursor, namespace):
    """(matches, start): the names that may stand at the cursor, and where they begin."""
    text = code[:cursor]
    line = text[text.rfind('\n') + 1:]
    module = re.match(r'\s*(?:import|from)\s+([\w.]*)$', line)
    if module:
        return module_names(module.group(1)), cursor - len(module.group(1))
    word = re.search(r'(?:[^\W\d][\w]*\s*\.\s*)*(?:[^\W\d]\w*)?$', text).group(0)
    owner, dot, prefix = word.rpartition('.')
    prefix = prefix.strip()
    start = cursor - len(prefix)
    if dot:
        obj = find_name(re.sub(r'\s', '', owner), namespace)
        if obj is MISSING:
            return [], start
        try:
            names = dir(obj)
        except Exception:
            names = []
    else:
        names = {*namespace, *dir(builtins), *keyword.kwlist, *keyword.softkwlist}
    names = [n for n in names if isinstance(n, str) and n.startswith(prefix) and (prefix.startswith('_') or not n.startswith('_'))]
    return sorted(names), start


def module_names(prefix):
    import pkgutil
    import sys
    names = {m.name for m in pkgutil.iter_modules()} | set(sys.builtin_module_names) | set(sys.modules)
    return sorted(n for n in names if n.startswith(prefix) and not n.startswith('_'))


def describe(code, cursor, namespace):
    """What is known about the name at the cursor, None if nothing."""
    before = re.search(r'[\w.]*$', code[:cursor]).group(0)
    after = re.match(r'\w*', code[cursor:]).group(0)
    name = (before + after).strip('.')
    if not name and (call := re.search(r'([\w.]+)\($', code[:cursor])):
        name = call.group(1)
    obj = find_name(name, namespace) if name else MISSING
    if obj is MISSING:
        return None
    import inspect
    lines = []
    if callable(obj):
        try:
            lines.append('Signature: ' + name.rpartition('.')[2] + str(inspect.signature(obj)))
        except (ValueError, TypeError):
            pass
    if not isinstance(obj, type) and not callable(obj):
        text = repr(obj)
        lines.append('String form: ' + (text if len(text) < 200 else text[:197] + '...'))
    doc = inspect.getdoc(obj)
    lines.append('Docstring: ' + (doc or '<no docstring>'))
    lines.append('Type: ' + type(obj).__name__)
    return '\n'.join(lines)
