# Lists the public names of asyncio and its submodules: "MODULE.NAME KIND SIGNATURE", one a line. Signatures are without
# annotations. The members of a class are listed once, under its own module.
import importlib
import inspect
import sys
import types

SUBMODULES = """base_events base_futures base_subprocess base_tasks constants coroutines events exceptions format_helpers
futures locks log mixins proactor_events protocols queues runners selector_events sslproto staggered streams subprocess
taskgroups tasks threads timeouts transports trsock unix_events""".split()

OWN = ("asyncio", "_asyncio")
seen = set()
lines = []


def signature(value):
    try:
        s = inspect.signature(value)
    except (ValueError, TypeError):
        return "-"
    bare = [p.replace(annotation=p.empty) for p in s.parameters.values()]
    return str(s.replace(parameters=bare, return_annotation=s.empty))


def add(name, kind, value):
    lines.append(f"{name} {kind} {signature(value) if kind != 'value' else '-'}")


def kind_of(value):
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) else "value"


def add_class(name, cls):
    add(name, "class", cls)
    if cls in seen or not (cls.__module__ or "").partition(".")[0] in OWN:
        return
    seen.add(cls)
    for member in dir(cls):
        if not member.startswith("_") and not hasattr(object, member):
            value = getattr(cls, member)
            add(f"{cls.__module__}.{cls.__qualname__}.{member}", kind_of(value), value)


for sub in [""] + SUBMODULES:
    name = "asyncio." + sub if sub else "asyncio"
    module = importlib.import_module(name)
    for attr in dir(module):
        if attr.startswith("_"):
            continue
        try:
            value = getattr(module, attr)
        except Exception as e:
            print(f"{name}.{attr}: {type(e).__name__}: {e}", file=sys.stderr)
            continue
        if isinstance(value, types.ModuleType):
            continue
        if isinstance(value, type):
            add_class(f"{name}.{attr}", value)
        else:
            add(f"{name}.{attr}", kind_of(value), value)

print("\n".join(lines))
