"""More handlers: rotating files, memory, queues."""

import copy
import io
import logging
import os
import queue
import re
import threading
import time

_MIDNIGHT = 24 * 60 * 60

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514


class BaseRotatingHandler(logging.FileHandler):
    """What handlers have in common that begin new files."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        stream, self.stream = self.stream, None
        if stream:
            stream.close()

    def _reopen(self):
        if not self.delay:
            self.stream = self._open()


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when the size passes a limit."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._close_stream()
        if self.backupCount > 0:
            # Each file takes the place of the next older one.
            names = [self.rotation_filename(f"{self.baseFilename}.{i}") for i in range(1, self.backupCount + 1)]
            for newer, older in reversed(list(zip(names, names[1:]))):
                if os.path.exists(newer):
                    os.replace(newer, older)
            if os.path.exists(names[0]):
                os.remove(names[0])
            self.rotate(self.baseFilename, names[0])
        self._reopen()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            pos = self.stream.tell()
            if not pos:
                return False
            msg = "%s\n" % self.format(record)
            if pos + len(msg) >= self.maxBytes:
                return not (os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename))
        return False


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at times."""

    _UNITS = {"S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"), "D": (_MIDNIGHT, "%Y-%m-%d"),
              "MIDNIGHT": (_MIDNIGHT, "%Y-%m-%d")}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        if self.when.startswith("W"):
            self.interval, self.suffix = 7 * _MIDNIGHT, "%Y-%m-%d"
            if len(self.when) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % self.when)
            if not "0" <= self.when[1] <= "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % self.when)
            self.dayOfWeek = int(self.when[1])
        elif self.when in self._UNITS:
            self.interval, self.suffix = self._UNITS[self.when]
        else:
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        digits = re.sub("%[^Y]", r"\\d{2}", self.suffix).replace("%Y", r"\d{4}")
        self.extMatch = re.compile(rf"(?<!\d){digits}(?!\d)", re.ASCII)
        self.interval *= interval
        filename = self.baseFilename
        t = int(os.stat(filename).st_mtime) if os.path.exists(filename) else int(time.time())
        self.rolloverAt = self.computeRollover(t)

    def computeRollover(self, currentTime):
        """The end of the interval that a time is in."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        t = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _MIDNIGHT if self.atTime is None else (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        wait, day = at - ((t.tm_hour * 60 + t.tm_min) * 60 + t.tm_sec), t.tm_wday
        if wait <= 0:
            wait, day = wait + _MIDNIGHT, day + 1
        result = currentTime + wait
        if self.when.startswith("W"):
            result += (self.dayOfWeek - day) % 7 * _MIDNIGHT + self.interval - 7 * _MIDNIGHT
        else:
            result += self.interval - _MIDNIGHT
        return result if self.utc else result + self._clock_change(t.tm_isdst, result)

    @staticmethod
    def _clock_change(dst, at):
        """By how much a time computed without regard to daylight saving is off."""
        if dst == time.localtime(at).tm_isdst:
            return 0
        if dst:
            return 3600
        return -3600 if time.localtime(at - 3600).tm_isdst else 0  # not if the hour before does not exist

    def shouldRollover(self, record):
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(now)  # a device, which has no older versions
            return False
        return True

    def _is_backup(self, name, prefix):
        """Whether a file is called as doRollover calls them."""
        if self.namer is None:
            return name.startswith(prefix) and self.extMatch.fullmatch(name[len(prefix):]) is not None
        m = self.extMatch.search(name)
        while m:
            if os.path.basename(self.namer(self.baseFilename + "." + m[0])) == name:
                return True
            m = self.extMatch.search(name, m.start() + 1)
        return False

    def getFilesToDelete(self):
        dirname, basename = os.path.split(self.baseFilename)
        found = sorted(os.path.join(dirname, name) for name in os.listdir(dirname) if self._is_backup(name, basename + "."))
        return found[:max(len(found) - self.backupCount, 0)]

    def _started(self, now):
        """When the interval began that ends at rolloverAt."""
        t = self.rolloverAt - self.interval
        if self.utc:
            return time.gmtime(t)
        then, dst = time.localtime(t), time.localtime(now).tm_isdst
        return then if then.tm_isdst == dst else time.localtime(t + (3600 if dst else -3600))

    def doRollover(self):
        now = int(time.time())
        dfn = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, self._started(now)))
        if os.path.exists(dfn):
            return
        self._close_stream()
        self.rotate(self.baseFilename, dfn)
        for old in self.getFilesToDelete() if self.backupCount > 0 else ():
            os.remove(old)
        self._reopen()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when somebody moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = -1, -1
        self._statstream()

    def _statstream(self):
        if self.stream:
            sres = os.fstat(self.stream.fileno())
            self.dev, self.ino = sres.st_dev, sres.st_ino

    def reopenIfNeeded(self):
        try:
            sres = os.stat(self.baseFilename)
        except FileNotFoundError:
            sres = None
        if not sres or sres.st_dev != self.dev or sres.st_ino != self.ino:
            if self.stream is not None:
                self.stream.flush()
                self.stream.close()
                self.stream = None
                self.stream = self._open()
                self._statstream()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps events until there are enough."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Passes the events on to another handler when there are enough or an important one comes."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                BufferingHandler.close(self)
            finally:
                self.release()


class QueueHandler(logging.Handler):
    """Puts events into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.msg = record.message = text
        # What the text says already, and other processes might not be able to read.
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes events from a queue in a thread of its own and hands them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = t = threading.Thread(target=self._monitor)
        t.daemon = True
        t.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        done = getattr(self.queue, "task_done", bool)
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            if record is self._sentinel:
                done()
                return
            self.handle(record)
            done()

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


class SocketHandler(logging.Handler):
    """Sends records, pickled, over a connection; after a failure it waits longer and longer before the next attempt."""

    def __init__(self, host, port):
        super().__init__()
        self.host, self.port = host, port
        self.address = host if port is None else (host, port)
        self.sock = None
        self.closeOnError = False
        self.retryTime = None
        self.retryStart, self.retryMax, self.retryFactor = 1.0, 30.0, 2.0

    def makeSocket(self, timeout=1):
        import socket
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.settimeout(timeout)
        try:
            sock.connect(self.address)
        except OSError:
            sock.close()
            raise
        return sock

    def createSocket(self):
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        """The length and the pickle of a record's attributes, without what only this process understands."""
        import pickle
        import struct
        if record.exc_info:
            self.format(record)
        d = dict(record.__dict__, msg=record.getMessage(), args=None, exc_info=None)
        d.pop("message", None)
        data = pickle.dumps(d, 1)
        return struct.pack(">L", len(data)) + data

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            super().handleError(record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        with self.lock:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            super().close()


class DatagramHandler(SocketHandler):
    """Sends each record as a datagram."""

    def __init__(self, host, port):
        super().__init__(host, port)
        self.closeOnError = False

    def makeSocket(self):
        import socket
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


class SysLogHandler(logging.Handler):
    """Sends records to a syslog daemon, by a datagram, a connection or a socket of the file system."""

    LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
    (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP,
     LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON) = range(16)
    LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(16, 24)

    priority_names = {"alert": LOG_ALERT, "crit": LOG_CRIT, "critical": LOG_CRIT, "debug": LOG_DEBUG, "emerg": LOG_EMERG, "err": LOG_ERR,
                      "error": LOG_ERR, "info": LOG_INFO, "notice": LOG_NOTICE, "panic": LOG_EMERG, "warn": LOG_WARNING,
                      "warning": LOG_WARNING}
    facility_names = {"auth": LOG_AUTH, "authpriv": LOG_AUTHPRIV, "console": LOG_CONSOLE, "cron": LOG_CRON, "daemon": LOG_DAEMON,
                      "ftp": LOG_FTP, "kern": LOG_KERN, "lpr": LOG_LPR, "mail": LOG_MAIL, "news": LOG_NEWS, "ntp": LOG_NTP,
                      "security": LOG_SECURITY, "solaris-cron": LOG_SOLCRON, "syslog": LOG_SYSLOG, "user": LOG_USER, "uucp": LOG_UUCP,
                      "local0": LOG_LOCAL0, "local1": LOG_LOCAL1, "local2": LOG_LOCAL2, "local3": LOG_LOCAL3, "local4": LOG_LOCAL4,
                      "local5": LOG_LOCAL5, "local6": LOG_LOCAL6, "local7": LOG_LOCAL7}
    priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical"}
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None):
        super().__init__()
        self.address = address
        self.facility = facility
        self.socktype = socktype
        self.socket = None
        self.unixsocket = False
        self.createSocket()

    def _connect_unixsocket(self, address):
        import socket
        kinds = [self.socktype] if self.socktype is not None else [socket.SOCK_DGRAM, socket.SOCK_STREAM]
        for kind in kinds:
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
            except OSError:
                self.socket.close()
                if kind == kinds[-1]:
                    raise
            else:
                self.socktype = kind
                return

    def createSocket(self):
        import socket
        if isinstance(self.address, str):
            self.unixsocket = True
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                pass  # the daemon may start later
            return
        self.unixsocket = False
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        found = socket.getaddrinfo(*self.address, 0, kind)
        if not found:
            raise OSError("getaddrinfo returns an empty list")
        for family, kind, proto, _, address in found:
            failure = sock = None
            try:
                sock = socket.socket(family, kind, proto)
                if kind == socket.SOCK_STREAM:
                    sock.connect(address)
                break
            except OSError as e:
                failure = e
                if sock is not None:
                    sock.close()
        if failure is not None:
            raise failure
        self.socket, self.socktype = sock, kind

    def encodePriority(self, facility, priority):
        if isinstance(facility, str):
            facility = self.facility_names[facility]
        if isinstance(priority, str):
            priority = self.priority_names[priority]
        return facility << 3 | priority

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, "warning")

    def close(self):
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            super().close()

    def emit(self, record):
        import socket
        try:
            text = self.ident + self.format(record) if self.ident else self.format(record)
            if self.append_nul:
                text += "\000"
            priority = "<%d>" % self.encodePriority(self.facility, self.mapPriority(record.levelname))
            data = priority.encode("utf-8") + text.encode("utf-8")
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:  # the daemon was started anew
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class HTTPHandler(logging.Handler):
    """Sends records to a web server, as the fields of a form."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        super().__init__()
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host, self.url, self.method = host, url, method
        self.secure, self.credentials, self.context = secure, credentials, context

    def mapLogRecord(self, record):
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        try:
            import urllib.parse
            connection = self.getConnection(self.host, self.secure)
            url, data = self.url, urllib.parse.urlencode(self.mapLogRecord(record))
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            connection.putrequest(self.method, url)
            if self.method == "POST":
                connection.putheader("Content-type", "application/x-www-form-urlencoded")
                connection.putheader("Content-length", str(len(data)))
            if self.credentials:
                import base64
                plain = ("%s:%s" % self.credentials).encode("utf-8")
                connection.putheader("Authorization", "Basic " + base64.b64encode(plain).strip().decode("ascii"))
            connection.endheaders()
            if self.method == "POST":
                connection.send(data.encode("utf-8"))
            connection.getresponse()
        except Exception:
            self.handleError(record)


def __getattr__(name):
    if name in ("NTEventLogHandler", "SMTPHandler"):
        raise AttributeError(f"logging.handlers.{name} is not available in pyasync")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
