"""Modes of terminals: raw, and cbreak (characters at once, without echo)."""
from termios import *

__all__ = ['cfmakeraw', 'cfmakecbreak', 'setraw', 'setcbreak']

# Places in the list of termios.tcgetattr().
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)

_RAW_OFF = (
    (IFLAG, IGNBRK | BRKINT | IGNPAR | PARMRK | INPCK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXANY | IXOFF),
    (OFLAG, OPOST),
    (CFLAG, PARENB | CSIZE),
    (LFLAG, ECHO | ECHOE | ECHOK | ECHONL | ICANON | IEXTEN | ISIG | NOFLSH | TOSTOP),
)


def _read_by_character(mode):
    # A read returns as soon as there is one byte; a copy, because the caller's list is shared with the old mode.
    chars = list(mode[CC])
    chars[VMIN], chars[VTIME] = 1, 0
    mode[CC] = chars


def cfmakeraw(mode):
    """Change a list of attributes so that the driver passes every byte as it is."""
    for place, flags in _RAW_OFF:
        mode[place] &= ~flags
    mode[CFLAG] |= CS8
    _read_by_character(mode)


def cfmakecbreak(mode):
    """Change a list of attributes so that characters come at once and are not echoed."""
    mode[LFLAG] &= ~(ECHO | ICANON)
    _read_by_character(mode)


def _change(fd, when, make):
    old = tcgetattr(fd)
    new = list(old)
    make(new)
    tcsetattr(fd, when, new)
    return old


def setraw(fd, when=TCSAFLUSH):
    """Make the terminal raw; returns the old attributes."""
    return _change(fd, when, cfmakeraw)


def setcbreak(fd, when=TCSAFLUSH):
    """Make the terminal cbreak; returns the old attributes."""
    return _change(fd, when, cfmakecbreak)
