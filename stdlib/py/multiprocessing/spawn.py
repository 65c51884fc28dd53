"""How a child is started and made like its parent."""
import os
import pickle
import sys
import types

from . import process

_executable = None


def set_executable(exe):
    global _executable
    _executable = os.fsdecode(exe) if exe is not None else None


def get_executable():
    return _executable or sys.executable


def _interpreter_options():
    flags, options = sys.flags, []
    for letter, value in ('E', flags.ignore_environment), ('O', flags.optimize), ('s', flags.no_user_site), ('P', flags.safe_path):
        if value:
            options.append('-' + letter * int(value))
    options += ['-W' + w for w in sys.warnoptions]
    options += ['-X' + (name if value is True else f'{name}={value}') for name, value in sys._xoptions.items()]
    for a in sys.orig_argv[1:]:
        if a[:1] != '-' or a in ('-c', '-m', '-'):
            break
        if a == '--legacy':
            options.insert(0, a)
    return options


def get_command_line(*fds):
    program = 'from multiprocessing.spawn import spawn_main; spawn_main(%s)' % ', '.join(map(str, fds))
    return [get_executable(), *_interpreter_options(), '-c', program, '--multiprocessing-fork']


def is_forking(argv):
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'


def freeze_support():
    pass


def check_not_importing_main():
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        Start processes only below the line

            if __name__ == '__main__':

        of the main module: it is run once more in every child.''')


class _Reader:
    """The file object that pickle reads from."""

    def __init__(self, fd):
        self.fd = fd
        self.buffer = b''

    def _fill(self):
        chunk = os.read(self.fd, 1 << 16)
        if not chunk:
            raise EOFError('the parent process ended')
        self.buffer += chunk

    def read(self, n):
        while len(self.buffer) < n:
            self._fill()
        data, self.buffer = self.buffer[:n], self.buffer[n:]
        return data

    def readline(self):
        while (end := self.buffer.find(b'\n')) < 0:
            self._fill()
        return self.read(end + 1)


def spawn_main(data_fd, life_fd):
    """What a child runs. life_fd stays open as long as it lives."""
    assert is_forking(sys.argv), 'Not forking'
    os.set_inheritable(data_fd, False)
    os.set_inheritable(life_fd, False)
    process.current_process()._inheriting = True
    source = _Reader(data_fd)
    try:
        prepare(pickle.load(source))
        obj = pickle.load(source)
    finally:
        del process.current_process()._inheriting
    code = obj._bootstrap(parent_sentinel=data_fd)
    sys.exit(code)


def get_preparation_data(name, method='spawn'):
    from .context import _default_context
    d = dict(name=name, method=method, sys_path=sys.path.copy(), sys_argv=sys.argv, orig_dir=process.ORIGINAL_DIR, dir=os.getcwd(),
             authkey=process.current_process().authkey, start_method=_default_context.get_start_method(allow_none=True))
    try:
        d['sys_path'][d['sys_path'].index('')] = process.ORIGINAL_DIR
    except ValueError:
        pass
    main = sys.modules['__main__']
    if (spec := getattr(main, '__spec__', None)) is not None and spec.name != '__main__':
        d['main_name'] = spec.name
    elif (path := getattr(main, '__file__', None)) is not None:
        d['main_path'] = os.path.abspath(path)
    if method == 'fork':
        from . import inherit
        d['globals'] = inherit.pickled_globals(main)
        if not os.path.isfile(d.get('main_path', '')):
            d['sources'] = inherit.typed_sources(main)
    return d


def prepare(data):
    """Make this process like its parent."""
    from .context import _default_context
    current = process.current_process()
    current.name = data['name']
    current.authkey = data['authkey']
    sys.path = data['sys_path']
    sys.argv = data['sys_argv']
    process.ORIGINAL_DIR = data['orig_dir']
    os.chdir(data['dir'])
    if data['start_method'] is not None:
        _default_context.set_start_method(data['start_method'], force=True)
    if data['method'] == 'fork':
        from . import inherit
        inherit.define_main(data)
    else:
        _run_main(data)


def _run_main(data):
    """Run the main program as __mp_main__, which stands for __main__ from then on."""
    import runpy
    if 'main_name' in data:
        if data['main_name'].endswith('.__main__'):
            return
        content = runpy.run_module(data['main_name'], run_name='__mp_main__', alter_sys=True)
    elif 'main_path' in data:
        if not os.path.exists(data['main_path']):
            return
        content = runpy.run_path(data['main_path'], run_name='__mp_main__')
    else:
        return
    module = types.ModuleType('__mp_main__')
    module.__dict__.update(content)
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module


old_main_modules = []
