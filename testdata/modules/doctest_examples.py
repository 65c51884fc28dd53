"""Module doc.

>>> 1 + 1
2
>>> add(1, 2)
3
"""
import doctest
def add(a, b):
    """Add.

    >>> add(1, 1)
    2
    >>> add('a', 'b')
    'ab'
    >>> add(1, 'a')
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> object()  # doctest: +ELLIPSIS
    <object object at 0x...>
    >>> print([1,   2]) # doctest: +NORMALIZE_WHITESPACE
    [1,
     2]
    >>> nope # doctest: +SKIP
    """
    return a + b
class C:
    """
    >>> C().m()
    'm'
    """
    def m(self):
        """
        >>> C().m()
        'wrong'
        >>> True
        1
        """
        return 'm'
    @property
    def p(self):
        """
        >>> C().p
        5
        """
        return 5
    @staticmethod
    def s():
        """
        >>> C.s()
        """
__test__ = {'extra': '>>> 2 * 3\n6\n'}
print(doctest.testmod(verbose=False))
print(doctest.testmod(verbose=True))
r = doctest.DocTestRunner(optionflags=doctest.REPORT_UDIFF)
t = doctest.DocTestParser().get_doctest('>>> print("a\\nb\\nc")\na\nx\nc\n>>> 1\n', {}, 'name', 'file', 0)
print(t, r.run(t)); print(r.summarize())
print([ (e.source, e.want, e.exc_msg, e.lineno, e.indent, e.options) for e in doctest.DocTestParser().get_examples('text\n   >>> x = 1\n   >>> x\n   1\n\nmore\n')])
print(doctest.script_from_examples('Hi\n\n>>> 1\n1\nend\n'))
doctest.run_docstring_examples(C.m, globals())
for bad in ('>>>1\n', '>>> 1 # doctest: +NOPE\n'):
    try: doctest.DocTestParser().parse(bad)
    except ValueError as e: print(e)
import unittest, io
res = unittest.TextTestRunner(stream=io.StringIO()).run(doctest.DocTestSuite()); print(res.testsRun, len(res.failures), res.failures[0][0])
try: doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as e: print('failure', e.got, e.test.name)
