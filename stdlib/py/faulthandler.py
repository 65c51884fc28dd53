"""Tracebacks on demand. The interpreter itself does not crash by signals, so enabling the handler changes nothing."""
import sys

__all__ = ['enable', 'disable', 'is_enabled', 'dump_traceback', 'dump_traceback_later', 'cancel_dump_traceback_later']

_enabled = False


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled


def _write(file, text):
    if isinstance(file, int):
        import os
        os.write(file, text.encode('ascii', 'backslashreplace'))
    else:
        file.write(text)
        file.flush()


def dump_traceback(file=None, all_threads=True):
    _dump(sys.stderr if file is None else file, sys._getframe(1))


def _dump(file, frame, title='Stack (most recent call first):'):
    lines = [title]
    while frame is not None:
        lines.append('  File "%s", line %d in %s' % (frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    _write(file, '\n'.join(lines) + '\n')


_timer = None


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """After timeout seconds, unless cancelled, show where the calling thread is."""
    import os
    import threading
    global _timer
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    cancel_dump_traceback_later()
    ident, out = threading.get_ident(), sys.stderr if file is None else file

    def show():
        global _timer
        _write(out, 'Timeout (%s)!\n' % _clock(timeout))
        _dump(out, sys._current_frames().get(ident))
        if exit:
            os._exit(1)
        if repeat and _timer is own:
            _timer = None
            dump_traceback_later(timeout, repeat, file, exit)

    _timer = own = threading.Timer(timeout, show)
    own.daemon = True
    own.start()


def _clock(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    text = '%d:%02d:%02d' % (hours, minutes, int(seconds))
    return text + ('.%06d' % round(seconds % 1 * 1e6) if seconds % 1 else '')


def cancel_dump_traceback_later():
    global _timer
    timer, _timer = _timer, None
    if timer is not None:
        timer.cancel()
