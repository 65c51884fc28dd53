print("a start")
import _circ_b
NAME = "a"
def get(): return NAME + _circ_b.NAME
print("a end")

