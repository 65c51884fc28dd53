import warnings, sys
sys.stderr = sys.stdout
def f(): warnings.warn("from f")
f(); f()
for _ in range(2): warnings.warn("same place", stacklevel=1)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("recorded", UserWarning)
    warnings.warn("dep", DeprecationWarning)
    f()
    print(len(w), w[0].message, w[0].category.__name__, w[1].category.__name__, w[0].lineno, w[2].filename.endswith("warnings_module.py"))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print(type(e).__name__, e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="bad.*", category=UserWarning)
    warnings.warn("good")
    try:
        warnings.warn("bad thing")
    except UserWarning as e:
        print("raised", e)
print(warnings.formatwarning("msg", UserWarning, "file.py", 5, "the line"), end="")
def custom(message, category, filename, lineno, file=None, line=None):
    print("custom:", category.__name__, message)
old = warnings.showwarning
warnings.showwarning = custom
warnings.warn("via custom", FutureWarning)
warnings.showwarning = old
warnings.warn_explicit("explicit", UserWarning, "some.py", 10)
class MyW(UserWarning): pass
warnings.warn("mine", MyW)
warnings.warn(MyW("inst"))
for e in ("warnings.warn('a', int)", "warnings.warn('a', 'b')", "warnings.simplefilter('bogus')", "warnings.filterwarnings('ignore', category=5)", "warnings.warn()"):
    try:
        eval(e)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
@warnings.deprecated("use g")
def oldf(): return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(oldf(), w[0].message, w[0].category.__name__)

