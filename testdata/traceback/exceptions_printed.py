# How each kind of exception is printed, with notes and groups.
import sys
class E(Exception):
    def __str__(self): return 5
class E2(Exception):
    def __repr__(self): raise ValueError
import traceback
for e in [E(), E2("x"), KeyError(E2()), Exception("a\nb"), Exception(""), Exception(None), Exception("a", 2), SystemExit("x"), KeyboardInterrupt(), KeyboardInterrupt("x"), GeneratorExit(), StopIteration(), AssertionError(), AssertionError(""), OSError(2, "x"), UnicodeDecodeError("a", b"b", 0, 1, "r"), UnicodeEncodeError("a", "é", 0, 1, "r"), UnicodeEncodeError("a", "\ud800", 0, 1, "r"), SyntaxError("m"), SyntaxError("m", ("f", 1, 3, "abcde")), SyntaxError("m", ("f", 1, 3, "abcde", 1, 5)), SyntaxError("m", ("f", None, None, None)), SyntaxError(None), SyntaxError(), SyntaxError("m", ("f", 1, 0, "x")), SyntaxError("m", ("f", 1, 99, "x")), SyntaxError("m", ("", 1, 1, "  x")), ImportError("m", name="n", path="p"), ImportError(), NameError("x", name="y"), AttributeError("x", name="y", obj=1), ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2)])]), BaseExceptionGroup("b", [KeyboardInterrupt()]), Warning("w"), type("Local", (Exception,), {"__module__": "builtins"})("z"), type("Loc", (Exception,), {"__module__": "a.b", "__qualname__": "X.Loc"})("z"), type("Loc", (Exception,), {"__module__": 5})("z")]:
    traceback.print_exception(e, file=sys.stdout); print(repr(traceback.format_exception_only(e)))
    try: print(repr(e), str(e))
    except Exception as x: print(type(x), x)
e = ValueError("notes"); e.add_note("n1"); e.add_note("n2\nmore"); traceback.print_exception(e); e.__notes__ = 5; traceback.print_exception(e); e.__notes__ = [1, None]; traceback.print_exception(e); e.__notes__ = "abc"; traceback.print_exception(e)
try: e.add_note(5)
except TypeError as x: print(x)
try: ExceptionGroup("a", [])
except ValueError as x: print(x)
for a in [("a",), ("a", 5), ("a", [5]), (5, [ValueError()]), ("a", [KeyboardInterrupt()]), (), ("a", [ValueError()], 1)]:
    try: print(repr(ExceptionGroup(*a)))
    except Exception as x: print(type(x).__name__, x)
g = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), OSError(4)])]); print(g.subgroup(ValueError), g.split((TypeError, OSError)), g.subgroup(lambda e: isinstance(e, OSError)), g.derive([KeyError()]), g.exceptions, g.message, g.split(KeyError), repr(g))
for i in range(18): g = ExceptionGroup(str(i), [g])
traceback.print_exception(g); traceback.print_exception(ExceptionGroup("many", [ValueError(i) for i in range(20)]))
te = traceback.TracebackException.from_exception(ValueError("x"), capture_locals=True); print(te, te.exc_type, list(te.format()), te.exc_type_str, te.stack, te == te, te.__cause__)
raise e
