try:
    import _broken
except ZeroDivisionError as e:
    print("caught", e)
import sys
print("_broken" in sys.modules)
try:
    import _bad_syntax
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno, e.filename.endswith("_bad_syntax.py"))
import _broken

