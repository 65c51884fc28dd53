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
t, u = 'ab', eval("'a'")
print(s is g(), r is s, eval("'abc'") is s, t[0] is u)
import sys
print(sys.intern(r) is s)
