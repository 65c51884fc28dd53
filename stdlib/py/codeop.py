"""Is what was typed a whole command?"""
import _ast
import __future__

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ONLY_AST = 0x400
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000

_features = [getattr(__future__, name) for name in __future__.all_feature_names]


def _maybe_compile(compiler, source, filename, symbol):
    if symbol != 'eval' and not any(line.strip() and not line.strip().startswith('#') for line in source.split('\n')):
        source = 'pass'
    if _ast.incomplete(source, symbol):
        return None
    return compiler(source, filename, symbol)


def compile_command(source, filename='<input>', symbol='single', flags=0):
    """The code of a command; None if it is incomplete; SyntaxError, ValueError or OverflowError if it is wrong."""
    return _maybe_compile(lambda s, f, k: compile(s, f, k, flags), source, filename, symbol)


class Compile:
    """compile(), with the future statements of what was compiled before in effect."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        features = 0
        for f in _features:
            features |= self.flags & f.compiler_flag
        code = compile(source, filename, symbol, flags | features, True)
        if hasattr(code, 'co_flags'):
            for f in _features:
                self.flags |= code.co_flags & f.compiler_flag
        return code


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)
