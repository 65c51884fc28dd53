import traceback, sys
def inner(x): return 1 / x
def outer(): return inner(0)
try:
    outer()
except ZeroDivisionError as e:
    exc = e
    text = traceback.format_exc()
    print(text)
    tb = traceback.extract_tb(e.__traceback__)
    print([(f.name, f.lineno, f.line) for f in tb], tb[-1].filename.endswith("traceback_module.py"))
    print("".join(traceback.format_list(tb)))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print("".join(traceback.format_exception(e)) == text, "".join(traceback.format_exception(type(e), e, e.__traceback__)) == text)
    print("".join(traceback.format_tb(e.__traceback__, limit=1)))
    print("".join(traceback.format_tb(e.__traceback__, limit=-1)))
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type_str, str(te), "".join(te.format()) == text, len(te.stack))
    traceback.print_exception(e, file=sys.stdout)
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    print([lineno for f, lineno in traceback.walk_tb(e.__traceback__)])
def where():
    st = traceback.extract_stack()
    return [f.name for f in st]
print(where())
def ps(): traceback.print_stack(file=sys.stdout)
ps()
print("".join(traceback.format_stack(limit=1)))
print(traceback.format_exc())
try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("chained")
except ValueError as e:
    print("".join(traceback.format_exception(e)))
    print("".join(traceback.format_exception(e, chain=False)))
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 1, 3, "x y\n", 1, 4))))
print(traceback.format_exception_only(ExceptionGroup("g", [ValueError(1)])), traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(type("Custom", (Exception,), {})("m")))
e = ValueError("with note"); e.add_note("the note")
print(traceback.format_exception_only(e))
traceback.clear_frames(exc.__traceback__)
print(traceback.format_exception(None))

