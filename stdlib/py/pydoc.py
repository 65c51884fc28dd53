"""Documentation of objects as text: what help() shows."""

import builtins
import inspect
import sys

__all__ = ["help", "doc", "getdoc", "locate", "plaintext", "render_doc", "resolve", "splitdoc"]

RULE = "-" * 70

HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__firstlineno__",
          "__loader__", "__module__", "__name__", "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__static_attributes__",
          "__version__"}


def visible(name, public=None):
    """Is a name shown?"""
    if name in HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if public is not None:
        return name in public
    return not name.startswith("_")


visiblename = visible


def getdoc(obj):
    """The docstring of an object, or the comment above its source, without indentation."""
    text = inspect.getdoc(obj)
    if inspect.isclass(obj) and not isinstance(vars(obj).get("__doc__"), str):
        text = None    # that of a base class says little
    if text is None and not inspect.isbuiltin(obj):
        try:
            text = inspect.getcomments(obj)
        except Exception:
            text = None
    return "\n".join(line.rstrip() for line in (text or "").split("\n")).strip()


def splitdoc(text):
    """(first line, rest) of a docstring."""
    lines = text.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].strip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def indent(text, prefix="    "):
    return "\n".join((prefix + line).rstrip() for line in text.split("\n"))


def class_name(cls, module):
    if cls.__module__ != module:
        return f"{cls.__module__}.{cls.__name__}"
    return cls.__name__


def shown(value, room=70):
    """repr(value), cut to the room there is."""
    try:
        text = repr(value)
    except Exception:
        text = f"<{type(value).__name__} instance>"
    return text if len(text) <= room else text[:room - 3] + "..."


def kind_of(cls, name, home, obj):
    """What an attribute of a class is, in the words of the headings."""
    if isinstance(obj, staticmethod) or name == "__new__" and inspect.isbuiltin(obj):
        return "Static methods"
    if isinstance(obj, classmethod) or type(obj).__name__ == "classmethod_descriptor":
        return "Class methods"
    if isinstance(obj, property):
        return "Readonly properties" if obj.fset is None and obj.fdel is None else "Data descriptors"
    if inspect.isroutine(obj):
        return "Methods"
    if inspect.isdatadescriptor(obj):
        return "Data descriptors"
    return "Data and other attributes"


HEADINGS = ["Methods", "Class methods", "Static methods", "Readonly properties", "Data descriptors", "Data and other attributes"]


class TextDoc:
    """Writes the documentation of one object."""

    def document(self, obj, name=None):
        if inspect.ismodule(obj):
            return self.docmodule(obj)
        if inspect.isclass(obj):
            return self.docclass(obj, name)
        if inspect.isroutine(obj):
            return self.docroutine(obj, name)
        if inspect.isdatadescriptor(obj):
            return self.docdata(obj, name)
        return self.docother(obj, name)

    def docroutine(self, obj, name=None, mod=None, cls=None, home=None):
        real = getattr(obj, "__name__", None) or name or "?"
        name = name or real
        note = ""
        target = obj
        if inspect.ismethod(obj):
            owner = obj.__self__
            target = obj.__func__
            if inspect.isclass(owner):
                if owner is not cls:
                    note = " class method of " + class_name(owner, mod)
            else:
                note = f" method of {class_name(type(owner), mod)} instance"
        elif inspect.isbuiltin(obj) and getattr(obj, "__self__", None) is not None and not inspect.ismodule(obj.__self__):
            owner = obj.__self__
            if inspect.isclass(owner):
                note = " class method of " + class_name(owner, mod)
            else:
                note = f" method of {class_name(type(owner), mod)} instance"
        elif cls is None and type(obj).__name__ in ("method_descriptor", "wrapper_descriptor"):
            note = " unbound " + class_name(obj.__objclass__, mod) + " method" if type(obj).__name__ == "method_descriptor" else ""
        title = name if name == real or real == "<lambda>" else f"{name} = {real}"
        try:
            signature = str(inspect.signature(obj))
        except (ValueError, TypeError):
            signature = "(...)"
        if real == "<lambda>":
            title, signature = f"{name} lambda ", signature[1:-1]
        prefix = "async " if inspect.iscoroutinefunction(target) or inspect.isasyncgenfunction(target) else ""
        text = "" if cls is not None and name != real and vars(home or cls).get(real) is obj else getdoc(obj)
        return prefix + title + signature + note + "\n" + (indent(text).rstrip() + "\n" if text else "")

    def docdata(self, obj, name=None, mod=None, cls=None, home=None):
        text = getdoc(obj) if not isinstance(obj, type) else ""
        out = (name + "\n") if name else ""
        return out + (indent(text) + "\n" if text else "")

    docproperty = docdata

    def docother(self, obj, name=None, mod=None, doc=None):
        begin = name + " = " if name else ""
        return begin + shown(obj, 70 - len(begin)) + "\n"

    def docclass(self, cls, name=None, mod=None):
        module = cls.__module__
        title = "class " + (name or cls.__name__)
        if name and name != cls.__name__:
            title = f"{name} = class {cls.__name__}"
        bases = [class_name(b, module) for b in cls.__bases__]
        if bases:
            title += "(" + ", ".join(bases) + ")"
        blocks = []
        try:
            signature = str(inspect.signature(cls))
        except (ValueError, TypeError):
            signature = None
        if issubclass(cls, BaseException) and not any(inspect.isfunction(vars(c).get(n)) for c in cls.__mro__ for n in ("__init__", "__new__")):
            signature = None
        if signature and signature != "()":
            blocks.append((name or cls.__name__) + signature + "\n")
        if text := getdoc(cls):
            blocks.append(text + "\n")
        mro = cls.__mro__
        if len(mro) > 2:
            blocks.append("Method resolution order:\n" + "".join(f"    {class_name(c, module)}\n" for c in mro))
        names = sorted(c.__name__ for c in type.__subclasses__(cls) if not c.__name__.startswith("_") and c.__module__ == "builtins")
        if names:
            more = [f"    ... and {len(names) - 4} other subclasses\n"] if len(names) > 4 else []
            blocks.append("Built-in subclasses:\n" + "".join(f"    {n}\n" for n in names[:4]) + "".join(more))
        groups = []
        for home in mro:
            if home is builtins.object and cls is not builtins.object:
                continue
            where = "defined here" if home is cls else "inherited from " + class_name(home, module)
            rows = self.attributes(cls, home)
            for heading in HEADINGS:
                if entries := [self.attribute(n, o, cls, home, heading) for n, o in rows if kind_of(cls, n, home, o) == heading]:
                    groups.append(f"{heading} {where}:\n\n" + "\n".join(entries))
        body = "\n".join(blocks + [(f"\n{RULE}\n").join(groups).replace(f"\n\n{RULE}", f"\n\n{RULE}")] if groups else blocks)
        lines = body.rstrip().split("\n") if body.strip() else []
        return title + "\n" + "".join((" |  " + line).rstrip() + "\n" for line in lines)

    def attributes(self, cls, home):
        """[(name, object)] of what cls has from home."""
        rows = []
        for name, obj in sorted(vars(home).items()):
            if not visible(name) or any(name in vars(c) for c in cls.__mro__[:cls.__mro__.index(home)]):
                continue
            rows.append((name, obj))
        return rows

    def attribute(self, name, obj, cls, home, heading):
        if heading in ("Methods", "Class methods", "Static methods"):
            try:
                found = getattr(cls, name)
            except Exception:
                found = obj
            if heading == "Methods":
                found = obj
            return self.docroutine(found, name, cls.__module__, cls, home)
        if heading in ("Readonly properties", "Data descriptors"):
            return self.docdata(obj, name)
        return self.docother(obj, name)

    def docmodule(self, module):
        first, rest = splitdoc(getdoc(module))
        parts = [self.section("NAME", module.__name__ + (" - " + first if first else ""))]
        if rest:
            parts.append(self.section("DESCRIPTION", rest))
        public = getattr(module, "__all__", None)
        classes, routines, data, inside = [], [], [], []
        if hasattr(module, "__path__"):
            import pkgutil
            inside = sorted(m.name + (" (package)" if m.ispkg else "") for m in pkgutil.iter_modules(module.__path__))
        for name, obj in sorted(vars(module).items()):
            if not visible(name, public) or public is None and (inspect.getmodule(obj) or module) is not module:
                continue
            if inspect.isclass(obj):
                classes.append((name, obj))
            elif inspect.isroutine(obj):
                routines.append((name, obj))
            elif not inspect.ismodule(obj):
                data.append((name, obj))
        if inside:
            parts.append(self.section("PACKAGE CONTENTS", "\n".join(inside)))
        if classes:
            parts.append(self.section("CLASSES", "\n".join(self.docclass(c, n) for n, c in classes).rstrip()))
        if routines:
            parts.append(self.section("FUNCTIONS", "\n".join(self.docroutine(f, n, module.__name__) for n, f in routines).rstrip()))
        if data:
            parts.append(self.section("DATA", "".join(self.docother(d, n) for n, d in data).rstrip()))
        parts.append(self.section("FILE", getattr(module, "__file__", None) or "(built-in)"))
        return "\n".join(parts)

    def section(self, title, text):
        return title + "\n" + indent(text).rstrip() + "\n"


text = plaintext = TextDoc()


def describe(thing):
    """A short description, such as "function f"."""
    if inspect.ismodule(thing):
        return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    if inspect.isclass(thing):
        return "class " + thing.__name__
    if inspect.isfunction(thing):
        return "function " + thing.__name__
    if inspect.ismethod(thing):
        return "method " + thing.__name__
    return type(thing).__name__


def locate(path):
    """Find an object by its dotted name, importing on the way; None if there is none."""
    parts = [p for p in path.split(".") if p]
    obj, used = None, 0
    for n in range(len(parts), 0, -1):
        try:
            __import__(".".join(parts[:n]))
        except ImportError:
            continue
        obj, used = sys.modules[".".join(parts[:n])], n
        break
    else:
        obj = builtins
    for part in parts[used:]:
        try:
            obj = getattr(obj, part)
        except AttributeError:
            return None
    return obj


def resolve(thing):
    """(object, name) for an object or a dotted name."""
    if isinstance(thing, str):
        obj = locate(thing)
        if obj is None:
            raise ImportError(f"No Python documentation found for {thing!r}.\n"
                              "Use help() to get the interactive help utility.\n"
                              "Use help(str) for help on the str class.")
        return obj, thing
    name = getattr(thing, "__name__", None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title="Python Library Documentation: %s"):
    """The text that help() shows of an object."""
    obj, name = resolve(thing)
    what = describe(obj)
    module = inspect.getmodule(obj)
    if name and "." in name:
        what += " in " + name[:name.rfind(".")]
    elif module and module is not obj:
        what += " in module " + module.__name__
    elif module is None and isinstance(getattr(obj, "__module__", None), str):
        what += " in module " + obj.__module__
    if not (inspect.ismodule(obj) or inspect.isclass(obj) or inspect.isroutine(obj) or inspect.isdatadescriptor(obj)):
        obj = type(obj)
        what += " object"
    if isinstance(obj, property) and obj.fget:
        return title % what + "\n\n" + text.docdata(obj, obj.fget.__name__)
    return title % what + "\n\n" + text.document(obj)


def doc(thing, title="Python Library Documentation: %s", output=None):
    """Print what is known about an object."""
    try:
        out = render_doc(thing, title)
    except ImportError as e:
        out = str(e) + "\n"
    file = output or sys.stdout
    file.write(out + "\n")


class Helper:
    """help: call it with an object, or without anything to ask for several."""

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *request):
        if request:
            self.help(request[0])
        else:
            self.interact()

    def help(self, request):
        if isinstance(request, str):
            import keyword
            request = request.strip()
            if keyword.iskeyword(request) and request not in ("True", "False", "None"):
                print(f"{request!r} is a keyword: see https://docs.python.org/3.13/reference/")
                return
            if request in ("True", "False", "None"):
                request = eval(request)
        doc(request, "Help on %s:")

    def interact(self):
        print('Name an object or a module to learn about it; an empty line, or "q", leaves help.')
        while True:
            try:
                request = input("help> ").strip()
            except (KeyboardInterrupt, EOFError):
                break
            if request.lower() in ("", "q", "quit", "exit"):
                break
            self.help(request)


help = Helper()
