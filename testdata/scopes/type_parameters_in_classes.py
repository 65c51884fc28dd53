T = 'global'
x = 'gx'
class C:
    T = 'class'
    class Node: pass
    def push[U](self, a: Node, b: T = 1, *, c: x) -> U: return a
    type Alias = tuple[Node, T]
    type G[V: Node] = dict[V, T]
    y = 'cy'
    class Inner[W](dict): 
        def m(self): return W
    def lam[Q](self, a: (lambda: T)): pass
    class K[__P, R: __P]:
        z = __P
        def f[__S](self, a: __S, b: __P): pass
C.y = 5
print(C.push.__annotations__, C.Alias.__value__, C.G.__type_params__[0].__bound__, C.G.__value__)
print(C.lam.__annotations__['a'](), C.K.__type_params__, C.K.__type_params__[1].__bound__, C.K.f.__annotations__)
def outer():
    T = 'local'
    class D:
        def m[U](self, a: T): return T
        T = 'later'
        def n[U](self, a: T): pass
        type A = T
    T = 'changed'
    return D
D = outer(); print(D.m.__annotations__, D.n.__annotations__, D.A.__value__, D().m(1))
class E:
    type A = B
    B = 3
print(E.A.__value__)
class F:
    def m[U](self, a: undefined1): pass
