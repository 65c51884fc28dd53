import sys
class D:
    def __init__(self): self.x = 1
print(sys.unraisablehook is not None, sys.__excepthook__ is sys.excepthook)
def show(e):
    sys.excepthook(type(e), e, e.__traceback__)
try:
    raise KeyError("shown by hand")
except KeyError as e:
    show(e)
show(ValueError("no traceback"))
print("end", flush=True)

