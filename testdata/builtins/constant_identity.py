a = 'hello world!'
b = 'hello world!'
print(a is b)
def f():
    x = 'foo bar'; y = 'foo bar'; z = (1, 'a'); w = (1, 'a'); t = b'ab'; u = b'ab'
    return x is y, z is w, t is u, z
print(f(), f()[3] is f()[3])
s = 'abc'
def g(): return 'abc'
r = ''.join(['a', 'b', 'c'])
print(s is g(), r is s, eval("'abc'") is s, eval("'a b c'") is 'a b c'.strip(), 'ab'[0] is eval("'a'"))
import sys
print(sys.intern(r) is s)
