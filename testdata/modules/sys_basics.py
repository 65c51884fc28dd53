import sys
print(sys.argv, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.version.startswith("3.13"), sys.maxsize, sys.byteorder, sys.platform, sys.implementation.name != "", sys.float_info.max, sys.float_info.epsilon, sys.int_info.default_max_str_digits, sys.maxunicode, sys.hash_info.modulus)
print("sys" in sys.modules, type(sys.modules).__name__, sys.modules["__main__"].__name__, isinstance(sys.path, list), sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.debug, sys.flags.optimize, sys.dont_write_bytecode, sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.stdout is sys.__stdout__)
print(sys.intern("abc"), sys.getsizeof([]) > 0, sys.getrefcount(None) > 0, callable(sys.exit), sys.exc_info(), sys.gettrace(), sys.is_finalizing(), sys.getswitchinterval())
def f():
    fr = sys._getframe()
    return fr.f_code.co_name, fr.f_back.f_code.co_name, fr.f_lineno, sys._getframe(1).f_code.co_name
print(f())
for e in ("sys.exit('a', 'b')", "sys.intern(5)", "sys.setrecursionlimit()", "sys._getframe(1000)", "sys.nope", "sys.stdout.foo", "sys.getsizeof()"):
    try:
        print(e, eval(e))
    except (Exception, SystemExit) as x:
        print(e, "->", type(x).__name__, x)
for code in (None, 0, 5, "msg", True, [1], 2.5):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args)
sys.displayhook([1, 2])
sys.displayhook(None)
import builtins
print(builtins._)
print(sys.builtin_module_names.__class__.__name__, "sys" in sys.builtin_module_names, sorted(sys.stdlib_module_names)[:3] if hasattr(sys, "stdlib_module_names") else None)
sys.stdout.reconfigure(line_buffering=True)
print(sys.stdout.line_buffering, sys.orig_argv[0] != "", sys.executable != "")

