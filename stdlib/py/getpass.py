"""Asking for a password, and the user's name."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """Read a line without showing it, where the terminal allows that."""
    if stream is None:
        stream = sys.stderr
    interactive = sys.stdin is not None and sys.stdin.isatty()
    if interactive:
        os.system("stty -echo < /dev/tty 2> /dev/null")
    else:
        import warnings
        warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
        print("Warning: Password input may be echoed.", file=stream)
    try:
        stream.write(prompt)
        stream.flush()
        line = sys.stdin.readline()
    finally:
        if interactive:
            os.system("stty echo < /dev/tty 2> /dev/null")
            stream.write("\n")
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == "\n" else line


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    uid = str(os.getuid())
    try:
        with open("/etc/passwd", encoding="utf-8") as f:
            for line in f:
                parts = line.split(":")
                if len(parts) > 2 and parts[2] == uid:
                    return parts[0]
    except OSError:
        pass
    raise OSError("No username set in the environment")
