print("b start")
import _circ_a
print("a has NAME:", hasattr(_circ_a, "NAME"))
NAME = "b"
def get(): return _circ_a.NAME
print("b end")

