# What a notebook shows for a value: the representations by MIME type, text in IPython's manner.
import types

# Methods that give a representation, and its type.
REPRESENTATIONS = (
    ('_repr_html_', 'text/html'), ('_repr_markdown_', 'text/markdown'), ('_repr_svg_', 'image/svg+xml'),
    ('_repr_png_', 'image/png'), ('_repr_jpeg_', 'image/jpeg'), ('_repr_latex_', 'text/latex'),
    ('_repr_json_', 'application/json'), ('_repr_javascript_', 'application/javascript'), ('_repr_pdf_', 'application/pdf'),
)


def display_text(value):
    """The text for a value: its repr, but classes and plain functions by name."""
    if isinstance(value, type):
        return qualified(value)
    if isinstance(value, types.FunctionType):
        import inspect
        return f'<function {qualified(value)}{inspect.signature(value)}>'
    return repr(value)


def qualified(value):
    module = value.__module__
    return value.__qualname__ if module in ('builtins', 'exceptions') else f'{module}.{value.__qualname__}'


def representations(value):
    """(data, metadata) of a value: MIME types with their contents."""
    data, metadata = {}, {}
    if not isinstance(value, type):
        bundle = getattr(type(value), '_repr_mimebundle_', None)
        if bundle is not None:
            given = bundle(value)
            if isinstance(given, tuple):
                data.update(given[0])
                metadata.update(given[1])
            elif given is not None:
                data.update(given)
        for method, mime in REPRESENTATIONS:
            make = getattr(type(value), method, None)
            if make is None or mime in data:
                continue
            content = make(value)
            if isinstance(content, tuple) and mime != 'application/json':
                content, metadata[mime] = content
            if content is None:
                continue
            if isinstance(content, bytes):
                import base64
                content = base64.b64encode(content).decode() + '\n'
            data[mime] = content
    if 'text/plain' not in data:
        data['text/plain'] = text_of(value)
    return data, metadata


def text_of(value):
    return pretty(value) if rich_display() else display_text(value)


# --- text over several lines ------------------------------------------------

WIDTH = 79
SHOWN = 1000  # items of a container


def pretty(value, indent=0, seen=()):
    """repr, with containers that are too wide broken into a line for each item."""
    kind = type(value)
    shape = SHAPES.get(kind)
    if shape is None or kind.__repr__ is not shape[0]:
        return display_text(value)
    if id(value) in seen:
        return shape[1] + '...' + shape[2]
    parts = items_of(value, kind, indent + len(shape[1]), seen + (id(value),))
    if kind is tuple and len(parts) == 1:
        return '(' + parts[0] + ',)'
    if not parts:
        return repr(value)
    one = shape[1] + ', '.join(parts) + shape[2]
    if '\n' not in one and indent + len(one) <= WIDTH:
        return one
    return shape[1] + (',\n' + ' ' * (indent + len(shape[1]))).join(parts) + shape[2]


SHAPES = {list: (list.__repr__, '[', ']'), tuple: (tuple.__repr__, '(', ')'), dict: (dict.__repr__, '{', '}'),
          set: (set.__repr__, '{', '}'), frozenset: (frozenset.__repr__, 'frozenset({', '})')}


def items_of(value, kind, indent, seen):
    if kind is dict:
        parts = []
        for key, item in value.items():
            start = pretty(key, indent, seen) + ': '
            parts.append(start + pretty(item, indent + len(start.rpartition('\n')[2]), seen))
    else:
        if kind in (set, frozenset):
            try:
                value = sorted(value)
            except Exception:
                pass
        parts = [pretty(item, indent, seen) for item in value]
    if len(parts) > SHOWN:
        parts[SHOWN:] = ['...']
    return parts


def show(kind, data, metadata, display_id):
    """Hand a display to the host, or print its text when the host wants none."""
    if Captured.current is not None and Captured.current.displays:
        if kind != 'clear_output':
            Captured.current.outputs.append(Output(data, metadata))
    elif takes_displays():
        publish(kind, data, metadata, display_id)
    elif kind != 'clear_output':
        print(data['text/plain'])


def display_result(value):
    data, metadata = representations(value)
    show('execute_result', data, metadata, None)


class Output:
    """A display that was captured."""

    def __init__(self, data, metadata):
        self.data, self.metadata = data, metadata

    def __repr__(self):
        return self.data.get('text/plain', '')

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, self.metadata

    def display(self):
        show('display_data', self.data, self.metadata, None)


class Captured:
    """%%capture: what the cell prints and displays is kept, under a name when one is given."""
    current = None

    def __init__(self, args):
        import io
        import sys
        words = args.split()
        self.displays = '--no-display' not in words
        names = [w for w in words if not w.startswith('--')]
        self.name = names[0] if names else None
        self.outputs = []
        self.files = {}
        for stream in 'stdout', 'stderr':
            if '--no-' + stream not in words:
                getattr(sys, stream).flush()
                self.files[stream] = getattr(sys, stream), io.StringIO()
                setattr(sys, stream, self.files[stream][1])
        self.before, Captured.current = Captured.current, self

    def end(self, namespace):
        import sys
        Captured.current = self.before
        texts = {}
        for stream, (original, kept) in self.files.items():
            setattr(sys, stream, original)
            texts[stream] = kept.getvalue()
        if self.name:
            namespace[self.name] = CapturedIO(texts.get('stdout', ''), texts.get('stderr', ''), self.outputs)


class CapturedIO:
    """What %%capture leaves: the texts and the displays of a cell."""

    def __init__(self, stdout, stderr, outputs):
        self.stdout, self.stderr, self.outputs = stdout, stderr, outputs

    def __str__(self):
        return self.stdout

    def show(self):
        import sys
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for output in self.outputs:
            output.display()

    __call__ = show


class DisplayHandle:
    """What display(display_id=...) returns: update() shows something else in its place."""

    def __init__(self, display_id):
        self.display_id = display_id

    def __repr__(self):
        return f'<DisplayHandle display_id={self.display_id}>'

    def display(self, obj, **kwargs):
        display(obj, display_id=self.display_id, **kwargs)

    def update(self, obj, **kwargs):
        display(obj, display_id=self.display_id, update=True, **kwargs)


def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False,
            update=False, **kwargs):
    """Show objects in the output of the cell."""
    import sys
    sys.stdout.flush()
    if clear:
        clear_output(wait=True)
    if display_id is True:
        import uuid
        display_id = uuid.uuid4().hex
    for obj in objs:
        if raw:
            data, meta = obj, {}
        else:
            data, meta = representations(obj)
            if include:
                data = {k: v for k, v in data.items() if k in include}
            if exclude:
                data = {k: v for k, v in data.items() if k not in exclude}
        show('update_display_data' if update else 'display_data', data, {**meta, **(metadata or {})}, display_id)
    if display_id is not None and not update:
        return DisplayHandle(display_id)


def clear_output(wait=False):
    import sys
    sys.stdout.flush()
    show('clear_output', {'wait': bool(wait)}, {}, None)


def update_display(obj, *, display_id, **kwargs):
    display(obj, display_id=display_id, update=True, **kwargs)


# --- IPython.display --------------------------------------------------------

class DisplayObject:
    """Data of one MIME type, shown as it is."""
    _mime = 'text/plain'

    def __init__(self, data=None, url=None, filename=None, metadata=None, **kwargs):
        if filename is not None:
            with open(filename, 'rb') as f:
                data = f.read()
            if not self._mime.startswith('image/'):
                data = data.decode()
        self.data, self.url, self.filename, self.metadata = data, url, filename, metadata or {}

    def __repr__(self):
        return f'<IPython.core.display.{type(self).__name__} object>'

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = self.data
        if isinstance(data, bytes):
            import base64
            data = base64.b64encode(data).decode() + '\n'
        return {self._mime: data, 'text/plain': repr(self)}, self.metadata


class HTML(DisplayObject):
    _mime = 'text/html'

    def _repr_html_(self):
        return self.data


class Markdown(DisplayObject):
    _mime = 'text/markdown'

    def _repr_markdown_(self):
        return self.data


class Latex(DisplayObject):
    _mime = 'text/latex'


class SVG(DisplayObject):
    _mime = 'image/svg+xml'


class JSON(DisplayObject):
    _mime = 'application/json'


class Javascript(DisplayObject):
    _mime = 'application/javascript'


class Image(DisplayObject):
    _mime = 'image/png'

    def __init__(self, data=None, url=None, filename=None, format='png', **kwargs):
        if isinstance(data, str) and filename is None:
            data, filename = None, data
        super().__init__(data, url, filename)
        self._mime = 'image/jpeg' if format in ('jpg', 'jpeg') else 'image/' + format


class Pretty(DisplayObject):
    def __repr__(self):
        return self.data


def ipython_modules(shell):
    """The part of the package IPython that programs in cells import."""
    package, shown = types.ModuleType('IPython'), types.ModuleType('IPython.display')
    for item in (display, update_display, clear_output, DisplayHandle, DisplayObject, HTML, Markdown, Latex, SVG, JSON,
                 Javascript, Image, Pretty):
        setattr(shown, item.__name__, item)
    package.__path__ = []
    package.display = shown
    package.get_ipython = lambda: shell
    package.version_info, package.__version__ = (8, 0, 0), '8.0.0'
    return {'IPython': package, 'IPython.display': shown}
