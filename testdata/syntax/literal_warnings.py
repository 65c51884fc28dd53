"""SyntaxWarnings of literals: from compile() and ast.parse(), as errors, and before a SyntaxError."""
import ast
import warnings

SOURCES = [
    r"'\z'", r"b'\z'", r"'''\n\z'''", "'a\\\n\\z'", r"'\z' '\q'", r"'\z\y'",
    r"f'\z'", r"f'a\z{x}b'", r"f'{x}\z'", r"f'{x:\z}'", r"f'{x:\z{y}}w'", r"f'\{x}'", r"'a' f'\z' 'b'", r"f'\}}'",
    r"y = f'{x}\z{y}' + 1", r"f'{f'\z'}'", r"f'{1:\{}'",
    "1if 2 else 3", "x = 0x1for x in y", "(1,\n 2if 3 else 4)",
    "'\\e' $", "'\\e' 5", "f'\\e' 5", "x = '\\e'\ny = = 1", "1if 2 else $", "y = = '\\e'", "'\\e' (", "'abc \\e",
]


def run(f, source):
    for action in ('always', 'error', 'ignore'):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter(action)
            try:
                f(source)
                result = 'compiled'
            except Exception as e:
                result = type(e).__name__, e.args
        print(' ', action, result, [(str(w.message), w.filename, w.lineno) for w in caught])


for source in SOURCES:
    print(repr(source))
    run(lambda s: compile(s, 'F', 'exec'), source)
    run(ast.parse, source)
