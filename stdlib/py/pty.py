"""Pseudo-terminals. fork() and spawn() need os.fork(), which this interpreter has not."""
import os

__all__ = ['openpty', 'fork', 'spawn']

STDIN_FILENO = 0
STDOUT_FILENO = 1
STDERR_FILENO = 2
CHILD = 0


def openpty():
    """A new pair of descriptors (master, slave)."""
    return os.openpty()


def fork():
    raise NotImplementedError('pty.fork() needs os.fork(), which is not available in pyasync')


def spawn(argv, master_read=None, stdin_read=None):
    raise NotImplementedError('pty.spawn() needs os.fork(), which is not available in pyasync')
