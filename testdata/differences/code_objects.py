# Code objects hold no bytecode: replace() changes names and flags, not what the code does.
def f(a, b=2):
    return a + b


code = f.__code__
print(code.co_code, code.co_name, code.co_varnames)
other = code.replace(co_name="g", co_firstlineno=7)
print(other.co_name, other.co_firstlineno)
f.__code__ = other
print(f(1), f.__code__.co_name)
