"""make_scanner, the function behind JSONDecoder.scan_once."""

__all__ = ['make_scanner']


def make_scanner(context):
    return context.scan_once


py_make_scanner = make_scanner
c_make_scanner = None
