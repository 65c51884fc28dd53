real = 1
def __getattr__(name):
    if name.startswith("computed_"): return f"<{name[9:]}>"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__(): return ["b", "a"]

