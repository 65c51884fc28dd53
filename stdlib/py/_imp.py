"""What the import system has below importlib: no extension modules, nothing frozen."""
import sys

check_hash_based_pycs = 'default'


def extension_suffixes():
    return []


def is_builtin(name):
    """1 for a module that is part of the binary."""
    return 1 if name in sys.builtin_module_names else 0


def is_frozen(name):
    return False


def is_frozen_package(name):
    raise ImportError(f'No such frozen object named {name}', name=name)


def lock_held():
    return False


def acquire_lock():
    """Imports are made one after the other: there is nothing to lock."""


def release_lock():
    pass


def create_builtin(spec):
    raise ImportError(f'cannot make the module {spec.name!r} anew', name=spec.name)


def exec_builtin(module):
    return 0


def create_dynamic(spec, file=None):
    raise ImportError('extension modules cannot be loaded', name=spec.name)


def _override_frozen_modules_for_tests(override):
    """There are none to override."""


def _override_multi_interp_extensions_check(override):
    return 0
