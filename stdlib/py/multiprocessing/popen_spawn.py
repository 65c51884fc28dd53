"""Popen, the starting of a child and the waiting for it."""
import io
import os
import subprocess
import sys
import types

from . import process, reduction, spawn


class Popen:
    """A running child. Its end shows on the descriptor sentinel."""

    def __init__(self, process_obj, method):
        spawn.check_not_importing_main()
        self.method = method
        self._fds = []
        self._child = None
        self.returncode = None
        data = io.BytesIO()
        with reduction.starting(self):
            prepared = spawn.get_preparation_data(process_obj._name, method)
            reduction.dump(prepared, data)
            reduction.dump(process_obj, data)
        from . import util
        util._flush_std_streams()
        self._launch(data.getbuffer())

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, data):
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        try:
            self._fds += [child_r, child_w]
            command = spawn.get_command_line(child_r, child_w)
            self._child = subprocess.Popen(command, pass_fds=self._fds, stdin=subprocess.DEVNULL)
        except BaseException:
            os.close(parent_r)
            os.close(parent_w)
            raise
        finally:
            os.close(child_r)
            os.close(child_w)
        self.pid = self._child.pid
        self.sentinel = parent_r
        self._life = parent_w  # the child sees it end with us
        try:
            while data:
                data = data[os.write(parent_w, data):]
        except BrokenPipeError:
            pass  # it ended early: its exit status tells

    def poll(self):
        return self.wait(0)

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout == 0:
                self.returncode = self._child.poll()
            else:
                try:
                    self.returncode = self._child.wait(timeout)
                except subprocess.TimeoutExpired:
                    pass
        return self.returncode

    def send_signal(self, number):
        if self.poll() is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass

    def close(self):
        if self._life is not None:
            os.close(self._life)
            os.close(self.sentinel)
            self._life = None

    def __del__(self):
        try:
            if self._child is not None:
                self.close()
        except OSError:
            pass
