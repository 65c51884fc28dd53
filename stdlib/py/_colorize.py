"""Whether and how output is coloured."""

import os
import sys

COLORIZE = True


class ANSIColors:
    RESET = "\x1b[0m"
    RED, GREEN, YELLOW, MAGENTA, GREY = [f"\x1b[{n}m" for n in (31, 32, 33, 35, 90)]
    BOLD_RED, BOLD_GREEN, BOLD_MAGENTA = [f"\x1b[1;{n}m" for n in (31, 32, 35)]


NoColors = ANSIColors()
for _name in [n for n in dir(NoColors) if not n.startswith("__")]:
    setattr(NoColors, _name, "")


def get_colors(colorize=False):
    return ANSIColors() if colorize or can_colorize() else NoColors


def can_colorize():
    """The environment decides first, then whether standard error is a terminal."""
    if not sys.flags.ignore_environment:
        if os.environ.get("PYTHON_COLORS") == "0":
            return False
        if os.environ.get("PYTHON_COLORS") == "1":
            return True
    if os.environ.get("NO_COLOR"):
        return False
    if not COLORIZE:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("TERM") == "dumb":
        return False
    if not hasattr(sys.stderr, "fileno"):
        return False
    try:
        return os.isatty(sys.stderr.fileno())
    except OSError:
        return sys.stderr.isatty()
