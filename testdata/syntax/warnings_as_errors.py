# Warnings of the compiler that a filter turns into errors.
import warnings, traceback, sys
warnings.simplefilter("error")
for s in ['x = "\\d"', 'def f():\n    y = b"a\\q" + 1', 'x is 5', 'é = 1; é is "a"', 'assert (1, 2)', '1()', '"a"["b"]', 'x = """a\n\\z"""', '"é" "\\p"', '~True', 'x = "\\777"', 'if 1 is 1: pass']:
    try: compile(s, "<s>", "exec"); print("ok", s)
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text)); traceback.print_exc(file=sys.stdout)
    except Warning as e: print("W", repr(e))
