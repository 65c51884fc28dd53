# What a frontend asks while somebody types: what is known about a name. The host gives find_name, which returns the
# object that a dotted name stands for in a tuple, and runs no code of the user's for it.
import re


def describe(code, cursor, namespace):
    """What is known about the name at the cursor, None if nothing."""
    before = re.search(r'[\w.]*$', code[:cursor]).group(0)
    after = re.match(r'\w*', code[cursor:]).group(0)
    name = (before + after).strip('.')
    if not name and (call := re.search(r'([\w.]+)\($', code[:cursor])):
        name = call.group(1)
    found = name and find_name(name)
    if not found:
        return None
    obj, = found
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
