"""Configuring logging from a dict or a file."""

import functools
import logging
import logging.handlers
import re

IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)
_WORD = re.compile(r"^\s*(\w+)\s*")
_DOTTED = re.compile(r"^\.\s*(\w+)\s*")
_INDEX = re.compile(r"^\[\s*([^\]]+?)\s*\]\s*")
_DIGITS = re.compile(r"^\d+$")


def _resolve(name):
    """Import a dotted name."""
    parts = name.split(".")
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used = used + "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        try:
            return _resolve(s)
        except ImportError as e:
            raise ValueError(f"Cannot resolve {s!r}: {e}") from e

    def convert(self, value):
        """Follow the references ext:// and cfg:// in a value."""
        if isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.convert(v) for v in value]
        if type(value) is tuple:
            return tuple(self.convert(v) for v in value)
        if isinstance(value, str):
            if value.startswith("ext://"):
                return self.resolve(value[6:])
            if value.startswith("cfg://"):
                return self.convert(self._configured(value[6:]))
        return value

    def _configured(self, path):
        """The part of the configuration that name.name[index] leads to."""
        m = _WORD.match(path)
        if m is None:
            raise ValueError("Unable to convert %r" % path)
        found = self.config[m.group(1)]
        rest = path[m.end():]
        while rest:
            if m := _DOTTED.match(rest):
                found = found[m.group(1)]
            elif m := _INDEX.match(rest):
                index = m.group(1)
                if _DIGITS.match(index):
                    try:
                        found = found[int(index)]
                    except TypeError:
                        found = found[index]
                else:
                    found = found[index]
            else:
                raise ValueError("Unable to convert %r at %r" % (path, rest))
            rest = rest[m.end():]
        return found

    def section(self, name):
        """A part of the configuration, in which references may stand for whole entries."""
        return {k: self.convert(v) if isinstance(v, str) else v for k, v in self.convert_reference(self.config.get(name, {})).items()}

    def convert_reference(self, value):
        return self.convert(value) if isinstance(value, str) else value

    def configure_custom(self, config):
        config = dict(config)
        c = config.pop("()")
        if not callable(c):
            c = self.resolve(c)
        props = config.pop(".", None)
        result = c(**{k: self.convert(v) for k, v in config.items() if IDENTIFIER.match(k)})
        if props:
            for name, value in props.items():
                setattr(result, name, self.convert(value))
        return result


class DictConfigurator(BaseConfigurator):
    """Does what a configuration dict says."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        incremental = config.pop("incremental", False)
        with logging._lock:
            if incremental:
                self._configure_incremental(config)
            else:
                self._configure_all(config)

    def _configure_incremental(self, config):
        for name, conf in config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            level = conf.get("level")
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))
        for name, conf in config.get("loggers", {}).items():
            self.configure_logger(name, conf, True)
        if config.get("root"):
            self.configure_root(config["root"], True)

    def _configure_all(self, config):
        disable_existing = config.pop("disable_existing_loggers", True)
        logging._handlers.clear()
        del logging._handlerList[:]
        self.formatters = {}
        for name, conf in self.section("formatters").items():
            try:
                self.formatters[name] = self.configure_formatter(conf)
            except Exception as e:
                raise ValueError("Unable to configure formatter %r" % name) from e
        self.filters = {}
        for name, conf in self.section("filters").items():
            try:
                self.filters[name] = self.configure_custom(conf) if "()" in conf else logging.Filter(conf.get("name", ""))
            except Exception as e:
                raise ValueError("Unable to configure filter %r" % name) from e
        self.handlers = {}
        todo = self.section("handlers")
        deferred = []
        for name in sorted(todo):
            try:
                self._make_handler(name, todo)
            except _NotYet:
                deferred.append(name)
            except Exception as e:
                raise ValueError("Unable to configure handler %r" % name) from e
        for name in deferred:
            try:
                self._make_handler(name, todo)
            except Exception as e:
                raise ValueError("Unable to configure handler %r" % name) from e
        root = logging.root
        existing = list(root.manager.loggerDict.keys())
        wanted = self.section("loggers")
        for name, conf in wanted.items():
            try:
                self.configure_logger(name, conf)
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
        for name in existing:
            logger = root.manager.loggerDict[name]
            if name in wanted:
                continue
            if any(name.startswith(w + ".") for w in wanted):
                if not isinstance(logger, logging.PlaceHolder):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
            elif not isinstance(logger, logging.PlaceHolder):
                logger.disabled = disable_existing
        if config.get("root"):
            try:
                self.configure_root(config["root"])
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _make_handler(self, name, todo):
        handler = self.configure_handler(todo[name])
        handler.name = name
        self.handlers[name] = handler

    def configure_formatter(self, config):
        if "()" in config:
            try:
                return self.configure_custom(config)
            except TypeError as e:
                # Factories may call it fmt, as Formatter does.
                if "'format'" not in str(e):
                    raise
                config = dict(config)
                config["fmt"] = config.pop("format")
                return self.configure_custom(config)
        cls = config.get("class")
        cls = self.resolve(cls) if cls else logging.Formatter
        kwargs = {}
        if "defaults" in config:
            kwargs["defaults"] = config["defaults"]
        if "validate" in config:
            kwargs["validate"] = config["validate"]
        return cls(config.get("format"), config.get("datefmt"), config.get("style", "%"), **kwargs)

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                if not (callable(f) or callable(getattr(f, "filter", None))):
                    f = self.filters[f]
                filterer.addFilter(f)
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            c = config.pop("()")
            factory = c if callable(c) else self.resolve(c)
        else:
            cname = config.pop("class")
            factory = cname if callable(cname) else self.resolve(cname)
            if isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler) and "target" in config:
                if config["target"] not in self.handlers:
                    raise _NotYet
                config["target"] = self.handlers[config["target"]]
            elif isinstance(factory, type) and issubclass(factory, logging.handlers.QueueHandler):
                self._prepare_queue(config)
                factory = functools.partial(self._queue_handler, factory)
        props = config.pop(".", None)
        result = factory(**{k: self.convert(v) for k, v in config.items() if IDENTIFIER.match(k)})
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        if props:
            for name, value in props.items():
                setattr(result, name, value)
        return result

    def _prepare_queue(self, config):
        """Make what a QueueHandler's entry names: the queue, the listener, the listener's handlers."""
        given = config.get("queue")
        if isinstance(given, str):
            made = self.resolve(given)
            if not callable(made):
                raise TypeError("Invalid queue specifier %r" % given)
            config["queue"] = made()
        elif isinstance(given, dict):
            if "()" not in given:
                raise TypeError("Invalid queue specifier %r" % given)
            config["queue"] = self.configure_custom(given)
        elif "queue" in config and not (hasattr(given, "put_nowait") and hasattr(given, "get")):
            raise TypeError("Invalid queue specifier %r" % (given,))
        listener = config.get("listener")
        if isinstance(listener, str):
            listener = self.resolve(listener)
        elif isinstance(listener, dict):
            if "()" not in listener:
                raise TypeError("Invalid listener specifier %r" % listener)
            listener = functools.partial(self.configure_custom, listener)
        if listener is not None:
            if isinstance(listener, type) and not issubclass(listener, logging.handlers.QueueListener):
                raise TypeError("Invalid listener specifier %r" % (config["listener"],))
            config["listener"] = listener
        names = config.get("handlers", [])
        if any(name not in self.handlers for name in names):
            raise _NotYet
        if "handlers" in config:
            config["handlers"] = [self.handlers[name] for name in names]

    @staticmethod
    def _queue_handler(factory, queue=None, listener=None, handlers=(), respect_handler_level=False, **kwargs):
        import queue as queues
        result = factory(queues.Queue() if queue is None else queue, **kwargs)
        if handlers:
            make = logging.handlers.QueueListener if listener is None else listener
            result.listener = make(result.queue, *handlers, respect_handler_level=respect_handler_level)
        return result

    def add_handlers(self, logger, handlers):
        for h in handlers:
            try:
                logger.addHandler(self.handlers[h])
            except Exception as e:
                raise ValueError("Unable to add handler %r" % h) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            handlers = config.get("handlers")
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get("filters")
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate")
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


class _NotYet(Exception):
    pass


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configure logging from a dict."""
    dictConfigClass(dict(config)).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Configure logging from a file in the format of configparser."""
    import configparser
    import os
    if isinstance(fname, configparser.RawConfigParser):
        cp = fname
    else:
        if isinstance(fname, str) and not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        cp = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            cp.read_file(fname)
        else:
            cp.read(fname, encoding=encoding)
    config = {"version": 1, "disable_existing_loggers": disable_existing_loggers, "formatters": {}, "loggers": {}}

    def names(section):
        return [n.strip() for n in cp[section]["keys"].split(",") if n.strip()]

    for name in names("formatters"):
        sect = cp["formatter_" + name]
        config["formatters"][name] = {"format": sect.get("format", raw=True, fallback=None),
                                      "datefmt": sect.get("datefmt", raw=True, fallback=None),
                                      "style": sect.get("style", raw=True, fallback="%")}
    configurator = DictConfigurator(config)
    configurator.configure()
    handlers = {}
    for name in names("handlers"):
        sect = cp["handler_" + name]
        klass = _eval_class(sect["class"])
        args = eval(sect.get("args", "()"), vars(logging))
        kwargs = eval(sect.get("kwargs", "{}"), vars(logging))
        h = klass(*args, **kwargs)
        if sect.get("level"):
            h.setLevel(sect["level"])
        if sect.get("formatter"):
            h.setFormatter(configurator.formatters[sect["formatter"]])
        handlers[name] = h
    for name in names("loggers"):
        sect = cp["logger_" + name]
        logger = logging.getLogger() if name == "root" else logging.getLogger(sect["qualname"])
        if sect.get("level"):
            logger.setLevel(sect["level"])
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        logger.propagate = sect.getint("propagate", fallback=1)
        logger.disabled = False
        for h in (x.strip() for x in sect.get("handlers", "").split(",")):
            if h:
                logger.addHandler(handlers[h])


def _eval_class(name):
    try:
        return eval(name, vars(logging))
    except (AttributeError, NameError):
        return _resolve(name)


def listen(port=9030, verify=None):
    raise NotImplementedError("logging.config.listen() is not available in pyasync")


def stopListening():
    pass
