"""Connections between threads of one process."""
import queue

__all__ = ['Pipe']


class Connection:
    """One end: what is put into one queue comes out of the other end's."""

    def __init__(self, inbox, outbox):
        self._inbox = inbox
        self.send = self.send_bytes = outbox.put
        self.recv = self.recv_bytes = inbox.get

    def poll(self, timeout=0.0):
        box = self._inbox
        with box.not_empty:
            return box.not_empty.wait_for(box._qsize, timeout) > 0

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Pipe(duplex=True):
    boxes = [queue.Queue(), queue.Queue()]
    return Connection(*boxes), Connection(*reversed(boxes))
