import _circ_a
print(_circ_a.get(), _circ_a._circ_b.get())
try:
    import _circ_bad
except ImportError as e:
    print(type(e).__name__, str(e).split(" (/")[0].split(" (_")[0])

