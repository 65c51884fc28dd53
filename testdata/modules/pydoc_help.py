"""help() of functions, classes and their instances."""
def f(x, y=1, *a, k: int = 2, **kw) -> str:
    """Do it.

    At length.
    """
# a comment
def nodoc(a): pass
def nodoc2(a): pass
async def co(n):
    """A coroutine."""
class Base:
    """A base."""
    def inherited(self): "From Base."
    shared = 1
class C(Base):
    """A class.

    More of it.
    """
    attr = 'text'
    def __init__(self, x):
        self.x = x
    def m(self, y=2):
        """A method."""
    @classmethod
    def make(cls): "Make one."
    @staticmethod
    def stat(): pass
    @property
    def p(self):
        """A property."""
    @property
    def w(self): pass
    @w.setter
    def w(self, x): pass
    def plain(self): pass
    alias = m
    lam = lambda self: 1
    async def arun(self): "Runs."
class D: pass
for x in [f, nodoc, nodoc2, co, len, C, C(1), C.m, C(1).m, C(1).make, D, 'nosuch', C.p]:
    help(x)
