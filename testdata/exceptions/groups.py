eg = ExceptionGroup("top", [ValueError("v1"), TypeError("t"), ExceptionGroup("nested", [ValueError("v2"), KeyError("k")])])
print(eg, repr(eg), eg.message, len(eg.exceptions))
m, r = eg.split(ValueError)
print(repr(m), "|", repr(r))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))), repr(eg.subgroup((KeyError, TypeError))))
print(repr(eg.derive([OSError("x")])))
def run(exc):
    try:
        raise exc
    except* ValueError as e:
        print("V", repr(e))
    except* (KeyError, TypeError) as e:
        print("KT", repr(e))
    else:
        print("else")
    finally:
        print("finally")
run(eg)
run(ValueError("plain"))
try:
    run(ExceptionGroup("g", [OSError("o"), ValueError("v")]))
except ExceptionGroup as e:
    print("rest", repr(e))
try:
    run(OSError("plain unhandled"))
except OSError as e:
    print("plain", repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise IndexError("new")
except ExceptionGroup as e:
    print(repr(e), [repr(x.__context__) for x in e.exceptions])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise
except ExceptionGroup as e:
    print("reraised", repr(e))
def f():
    try:
        pass
    except* ValueError: print("no")
    else: return "else"
print(f())
for c in ("ExceptionGroup('m', [])", "ExceptionGroup('m', [5])", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('m', ValueError())", "ExceptionGroup('m')", "ExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [ValueError()])", "eg.split(5)", "eg.message.x", "setattr(eg, 'message', 1)"):
    try:
        print(c, repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__, e)
try:
    try:
        raise ValueError
    except* ExceptionGroup: pass
except TypeError as e:
    print(e)
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message, excs)
print(type(MyEG("x", [ValueError(), KeyError()]).split(ValueError)[0]).__name__, isinstance(eg, Exception), issubclass(ExceptionGroup, BaseExceptionGroup))
try:
    try:
        raise MyEG("my", [ValueError(1), KeyError(2)])
    except* KeyError: pass
except MyEG as e:
    print(repr(e))
eg.add_note("note")
print(eg.subgroup(ValueError).__notes__)

