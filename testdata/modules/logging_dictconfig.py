# dictConfig: references, custom classes, filters, queues; records over a socket.
import logging
import logging.config
import logging.handlers
import pickle
import queue
import socket
import struct
import sys


class Shout(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style="%", mark="!"):
        super().__init__(fmt, datefmt, style)
        self.mark = mark

    def format(self, record):
        return super().format(record).upper() + self.mark


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


config = {
    "version": 1,
    "formats": ["%(levelname)s|%(name)s|%(message)s", "{levelname}-{message}"],
    "shared": {"out": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout", "level": "DEBUG"}},
    "formatters": {
        "brief": {"format": "%(levelname)s|%(name)s|%(message)s"},
        "braces": {"format": "{levelname}-{message}", "style": "{"},
        "shout": {"()": "__main__.Shout", "format": "%(message)s", "mark": "?"},
        "loud": {"class": "__main__.Shout", "format": "%(name)s %(message)s"},
    },
    "filters": {"only": {"()": Only, "word": "keep"}, "named": {"name": "app.db"}},
    "handlers": {
        "plain": "cfg://shared.out",
        "shout": {"class": "logging.StreamHandler", "formatter": "shout", "stream": "ext://sys.stdout", "filters": ["only"]},
        "loud": {"()": logging.StreamHandler, "stream": sys.stdout, "formatter": "loud", ".": {"mood": "good"}},
        "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "plain"},
        "all": {"class": "logging.handlers.QueueHandler", "queue": "queue.Queue", "handlers": ["plain", "shout"], "respect_handler_level": True},
    },
    "loggers": {"app": {"handlers": ["shout", "loud"], "level": "INFO"}, "app.db": {"level": "DEBUG", "handlers": ["memory"]},
                "quiet": {"propagate": False}},
    "root": {"handlers": ["plain"], "level": "WARNING"},
}
logging.config.dictConfig(config)
logging.getLogger("app").info("keep this %d", 1)
logging.getLogger("app").debug("not shown")
logging.getLogger("app.db").debug("first")
logging.getLogger("app.db").debug("keep second")
logging.getLogger("quiet").error("nobody hears it")
logging.getLogger("other").warning("a warning")
print([h.name for h in logging.getLogger("app").handlers], logging.getHandlerByName("loud").mood, sorted(logging.getHandlerNames()))
handler = logging.getHandlerByName("all")
print(type(handler.queue).__name__, len(handler.listener.handlers), handler.listener.respect_handler_level)
log = logging.getLogger("queued")
log.propagate = False
log.addHandler(handler)
handler.listener.start()
log.error("keep from the queue")
handler.listener.stop()
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such.Thing"}}}, {"version": 1, "root": {"handlers": ["none"]}},
            {"version": 1, "formatters": {"f": {"format": "%(x", "style": "%"}}}, {"version": 1, "root": {"level": "LOUD"}},
            {"version": 1, "incremental": True, "handlers": {"nobody": {"level": "INFO"}}},
            {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
            {"version": 1, "handlers": {"q": {"class": "logging.handlers.QueueHandler", "queue": 5}}}):
    try:
        logging.config.dictConfig(bad)
    except Exception as e:
        print(type(e).__name__, e, "/", type(e.__cause__).__name__, e.__cause__)
server = socket.create_server(("127.0.0.1", 0))
handler = logging.handlers.SocketHandler(*server.getsockname())
log = logging.Logger("remote")
log.addHandler(handler)
log.error("number %s", 7)
peer, _ = server.accept()
size, = struct.unpack(">L", peer.recv(4))
record = logging.makeLogRecord(pickle.loads(peer.recv(size)))
print(record.name, record.levelname, record.getMessage(), record.args)
handler.close()
peer.close()
server.close()
print(handler.sock, handler.retryTime)
receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 0))
handler = logging.handlers.DatagramHandler(*receiver.getsockname())
handler.emit(logging.makeLogRecord({"msg": "by datagram", "name": "udp"}))
print(pickle.loads(receiver.recv(10000)[4:])["msg"])
handler.close()
receiver.close()
daemon = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
daemon.bind(("127.0.0.1", 0))
handler = logging.handlers.SysLogHandler(daemon.getsockname(), facility="local3")
handler.ident = "prog: "
handler.emit(logging.makeLogRecord({"msg": "to syslog", "levelname": "ERROR"}))
print(daemon.recv(1000), handler.encodePriority("mail", "debug"), handler.mapPriority("LOUD"), handler.LOG_LOCAL7)
handler.close()
daemon.close()
for args in ("host", "/url", "PUT"), ("host", "/url", "GET", False, None, 1):
    try:
        logging.handlers.HTTPHandler(*args)
    except ValueError as e:
        print(e)
