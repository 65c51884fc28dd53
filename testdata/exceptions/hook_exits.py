"""sys.excepthook may end the program with a status of its own."""
import sys


def hook(kind, exc, tb):
    print('hook', kind.__name__, exc)
    sys.exit('from the hook')


sys.excepthook = hook
raise ValueError('x')
