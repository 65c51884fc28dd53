# What sys.unraisablehook shows and gets.
import atexit
import sys


def generator():
    try:
        yield 1
    except GeneratorExit as e:
        e.add_note("a note")
        raise ValueError("") from e


class Broken(Exception):
    def __str__(self):
        raise TypeError


@atexit.register
def fails():
    try:
        {}["missing"]
    except KeyError as e:
        raise ValueError("chained") from e


@atexit.register
def broken():
    raise Broken


@atexit.register
def leaves():
    raise SystemExit(5)


try:
    sys.unraisablehook(5)
except TypeError as e:
    print(e)


def hook(args):
    print(type(args).__name__, args.exc_type.__name__, args.exc_value, args.err_msg.split(" at ")[0], args.object)


@atexit.register
def with_hook():
    sys.unraisablehook = hook
    atexit.register(restore)
    atexit.register(leaves)


def restore():
    sys.unraisablehook = sys.__unraisablehook__
