"""ProcessPoolExecutor is not available in pyasync."""

from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker process died."""


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        raise NotImplementedError("concurrent.futures.ProcessPoolExecutor is not available in pyasync; use ThreadPoolExecutor")
