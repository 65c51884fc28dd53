"""Configuration files of sections with options (INI files)."""

import os
import re
import sys
from collections import ChainMap
from collections.abc import MutableMapping
from itertools import chain

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH",
           "UNNAMED_SECTION")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10

_default_dict = dict
_UNSET = object()


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()


# Errors. Most are made from the facts they tell, which are their arguments and attributes.

class Error(Exception):
    """What all exceptions of this module are."""

    def __init__(self, msg=""):
        super().__init__(msg)
        self.message = msg

    def __repr__(self):
        return self.message

    __str__ = __repr__

    def _tell(self, message, **facts):
        self.message = message
        self.__dict__.update(facts)
        self.args = tuple(facts.values())


def _exists_already(kind, what, source, lineno):
    if source is None:
        return f"{kind.capitalize()} {what} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {what} already exists"


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", section=section)


class DuplicateSectionError(Error):
    """A section is there already, or twice in one strictly read source."""

    def __init__(self, section, source=None, lineno=None):
        self._tell(_exists_already("section", repr(section), source, lineno),
                   section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """An option is twice in a section of one strictly read source."""

    def __init__(self, section, option, source=None, lineno=None):
        self._tell(_exists_already("option", f"{option!r} in section {section!r}", source, lineno),
                   section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """The section has no such option."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    """The references of a value cannot be replaced."""

    def __init__(self, option, section, msg):
        self._tell(msg, option=option, section=section, msg=msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value refers to an option that is not there."""

    def __init__(self, option, section, rawval, reference):
        self._tell(f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
                   f"{reference!r} which is not a valid option name. Raw value: {rawval!r}",
                   option=option, section=section, rawval=rawval, reference=reference)


class InterpolationSyntaxError(InterpolationError):
    """A value has what is no reference where one should be."""


class InterpolationDepthError(InterpolationError):
    """References lead to references more than MAX_INTERPOLATION_DEPTH times."""

    def __init__(self, option, section, rawval):
        self._tell(f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
                   f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}",
                   option=option, section=section, rawval=rawval)


class ParsingError(Error):
    """A source has lines that are neither section nor option; errors are their numbers and texts."""

    def __init__(self, source, *args):
        self._tell(f"Source contains parsing errors: {source!r}", source=source)
        self.errors = []
        if args:
            self.append(*args)

    def append(self, lineno, line):
        """Add a line."""
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"
        self.errors.append((lineno, line))

    def combine(self, others):
        """Add the lines of other errors; returns self."""
        for lineno, line in chain.from_iterable(other.errors for other in others):
            self.append(lineno, line)
        return self


class MissingSectionHeaderError(ParsingError):
    """A source begins with an option that is in no section."""

    def __init__(self, filename, lineno, line):
        self._tell(f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}",
                   source=filename, lineno=lineno, line=line)


class MultilineContinuationError(ParsingError):
    """An indented line continues an option that has no value."""

    def __init__(self, filename, lineno, line):
        self._tell(f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}",
                   source=filename, lineno=lineno, line=line)


# Interpolations.

class Interpolation:
    """Leaves values as they are, on the four ways that they take."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    # Between the parser and its file.
    before_read = before_write = before_set


class _References(Interpolation):
    """Replaces references in values. They begin with the character _SIGN, which stands for itself if doubled."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._KEYCRE.sub("", value.replace(self._SIGN * 2, ""))
        at = rest.find(self._SIGN)
        if at >= 0:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {at}")
        return value

    def _expand(self, parser, section, option, text, options, depth):
        """text, the value of an option or of what it refers to, with its references replaced from options."""
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        literal, sign, rest = text.partition(self._SIGN)
        done = [literal]
        while sign:
            if rest.startswith(sign):
                done.append(sign)
                rest = rest[1:]
            else:
                reference, rest = self._split_reference(section, option, sign + rest)
                try:
                    found = self._look_up(parser, section, option, reference, rest, options)
                except (KeyError, NoSectionError, NoOptionError):
                    reference = reference if self._SECTION_MARK else parser.optionxform(reference)
                    raise InterpolationMissingOptionError(option, section, raw, reference) from None
                done.append(self._expand(parser, *found, depth + 1) if sign in found[2] else found[2])
            literal, sign, rest = rest.partition(self._SIGN)
            done.append(literal)
        return "".join(done)

    def _split_reference(self, section, option, text):
        """The name in the reference with which text begins, and what follows it."""
        if text[1:2] != self._OPENING:
            sign = self._SIGN
            raise InterpolationSyntaxError(option, section, f"'{sign}' must be followed by '{sign}' or "
                                                            f"'{self._OPENING}', found: {text!r}")
        match = self._KEYCRE.match(text)
        if match is None:
            raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {text!r}")
        return match[1], text[match.end():]


class BasicInterpolation(_References):
    """Replaces %(name)s by the value of an option in the same section or the defaults."""

    _KEYCRE = re.compile(r"%\(([^)]+)\)s")
    _SIGN, _OPENING, _SECTION_MARK = "%", "(", ""

    def _look_up(self, parser, section, option, reference, rest, options):
        # What is found counts as the value of the option that refers to it.
        return section, option, options[parser.optionxform(reference)], options


class ExtendedInterpolation(_References):
    """Replaces ${option} and ${section:option}."""

    _KEYCRE = re.compile(r"\$\{([^}]+)\}")
    _SIGN, _OPENING, _SECTION_MARK = "$", "{", ":"

    def _look_up(self, parser, section, option, reference, rest, options):
        *sections, name = reference.split(self._SECTION_MARK)
        if len(sections) > 1:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        name = parser.optionxform(name)
        if sections:
            section = sections[0]
            value = parser.get(section, name, raw=True)
        else:
            value = options[name]
        if value is None:
            value = ""
        if self._SIGN in value:
            options = dict(parser.items(section, raw=True))
        return section, name, value, options


# Reading.

class _Reading:
    """One pass over the lines of a source, into the sections of a parser.

    Values are lists of lines until the end of the pass, because following lines may continue them.
    """

    def __init__(self, parser, source):
        self.parser = parser
        self.source = source
        # The section and option of the last line, and the indentation that a continuing line must exceed.
        self.name = self.options = self.option = None
        self.indentation = 0
        # The sections, and (section, option) pairs, seen in this source.
        self.seen = set()
        self.errors = []
        if parser._allow_unnamed_section:
            self.enter(UNNAMED_SECTION)

    def enter(self, name):
        self.name = name
        self.option = None
        parser = self.parser
        if name == parser.default_section and name not in parser._sections:
            self.options = parser._defaults
            return
        if name not in parser._sections:
            parser._make_section(name)
        self.options = parser._sections[name]

    def take(self, lineno, line):
        text, commented = self.parser._without_comment(line)
        if not text:
            self.skip(commented)
            return
        indentation = len(line) - len(line.lstrip())
        if self.option and indentation > self.indentation:
            self.continue_value(lineno, line, text)
            return
        self.indentation = indentation
        header = self.parser.SECTCRE.match(text)
        if header:
            self.take_header(lineno, header["header"])
        elif self.options is None:
            raise MissingSectionHeaderError(self.source, lineno, line)
        else:
            self.take_option(lineno, line, text)

    def skip(self, commented):
        """An empty line is part of a value, or the end of it; a comment is neither."""
        if not self.parser._empty_lines_in_values:
            self.indentation = sys.maxsize
        elif self.option and not commented and self.options[self.option] is not None:
            self.options[self.option].append("")

    def continue_value(self, lineno, line, text):
        lines = self.options[self.option]
        if lines is None:
            raise MultilineContinuationError(self.source, lineno, line)
        lines.append(text)

    def take_header(self, lineno, name):
        if name in self.seen and self.parser._strict:
            raise DuplicateSectionError(name, self.source, lineno)
        self.enter(name)
        if self.options is not self.parser._defaults:
            self.seen.add(name)

    def take_option(self, lineno, line, text):
        match = self.parser._optcre.match(text)
        if not (match and match["option"]):
            self.errors.append(ParsingError(self.source, lineno, line))
        if not match:
            return
        self.option = self.parser.optionxform(match["option"].rstrip())
        if (self.name, self.option) in self.seen and self.parser._strict:
            raise DuplicateOptionError(self.name, self.option, self.source, lineno)
        self.seen.add((self.name, self.option))
        value = match["value"]
        self.options[self.option] = None if value is None else [value.strip()]

    def finish(self):
        """Make the values of the parser strings."""
        parser = self.parser
        for name, options in chain([(parser.default_section, parser._defaults)], parser._sections.items()):
            for option, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[option] = parser._interpolation.before_read(parser, name, option, value)


def _converting_getter(name, convert):
    """The method name of parsers that gets values as convert(parser, text) makes them."""
    def getter(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, lambda text: convert(self, text),
                              raw=raw, vars=vars, fallback=fallback, **kwargs)
    getter.__name__ = name
    getter.__qualname__ = f"RawConfigParser.{name}"
    getter.__doc__ = f"Return the option of the section as {name[3:]}."
    return getter


class RawConfigParser(MutableMapping):
    """A configuration file parser without interpolation; as a mapping it gives a SectionProxy for each section."""

    _SECT_TMPL = r"\[(?P<header>.+)\]"
    _OPT_NV_TMPL = r"(?P<option>.*?)\s*(?:(?P<vi>{delim})\s*(?P<value>.*))?$"
    _OPT_TMPL = _OPT_NV_TMPL.replace("?$", "$")
    SECTCRE = re.compile(_SECT_TMPL)
    OPTCRE = re.compile(_OPT_TMPL.format(delim="=|:"))
    OPTCRE_NV = re.compile(_OPT_NV_TMPL.format(delim="=|:"))
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        # What sources may contain.
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._allow_unnamed_section = allow_unnamed_section
        self._empty_lines_in_values = empty_lines_in_values
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        if self._delimiters == ("=", ":"):
            self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        else:
            template = self._OPT_NV_TMPL if allow_no_value else self._OPT_TMPL
            self._optcre = re.compile(template.format(delim="|".join(map(re.escape, self._delimiters))))
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; "
                            f"got an object of type {type(self._interpolation)}")
        # What they contained.
        self.default_section = default_section
        self._dict = dict_type
        self._defaults, self._sections, self._proxies = dict_type(), dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    # Sections and options.

    def _make_section(self, section):
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def _options_in(self, section):
        """The options of the section itself, where an empty name means the defaults."""
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def defaults(self):
        """Return the options of the default section."""
        return self._defaults

    def sections(self):
        """Return the names of the sections, without the default one."""
        return list(self._sections)

    def add_section(self, section):
        """Add an empty section."""
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._make_section(section)

    def has_section(self, section):
        """Return whether there is a section of the name, the default one not counted."""
        return section in self._sections

    def remove_section(self, section):
        """Remove a section; returns whether it was there."""
        if not self.has_section(section):
            return False
        del self._sections[section], self._proxies[section]
        return True

    def options(self, section):
        """Return the names of the section's options, and then those of the defaults."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list(dict.fromkeys(chain(self._sections[section], self._defaults)))

    def has_option(self, section, option):
        """Return whether the section, or the defaults, have the option."""
        try:
            options = self._options_in(section)
        except NoSectionError:
            return False
        option = self.optionxform(option)
        return option in options or option in self._defaults

    def remove_option(self, section, option):
        """Remove an option of the section; returns whether it was there."""
        return self._options_in(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def set(self, section, option, value=None):
        """Set an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._options_in(section)[self.optionxform(option)] = value

    def optionxform(self, optionstr):
        """Return the name under which an option is kept."""
        return optionstr.lower()

    # Values.

    def _unify_values(self, section, vars):
        """The options that count in a section: vars before its own before the defaults."""
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section) from None
        given = {self.optionxform(name): None if value is None else str(value) for name, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """Return the value of an option: from vars, the section or the defaults, else fallback."""
        try:
            options = self._unify_values(section, vars)
            option = self.optionxform(option)
            if option not in options:
                raise NoOptionError(option, section)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        value = options[option]
        if value is None or raw:
            return value
        return self._interpolation.before_get(self, section, option, value, options)

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    getint = _converting_getter("getint", lambda self, text: int(text))
    getfloat = _converting_getter("getfloat", lambda self, text: float(text))
    getboolean = _converting_getter("getboolean", lambda self, text: self._convert_to_boolean(text))

    def _convert_to_boolean(self, value):
        try:
            return self.BOOLEAN_STATES[value.lower()]
        except KeyError:
            raise ValueError(f"Not a boolean: {value}") from None

    @property
    def converters(self):
        """The converters, of which each has a get… method."""
        return self._converters

    def items(self, section=_UNSET, raw=False, vars=None):
        """Return (name, value) pairs of a section, or without section (name, section) pairs."""
        if section is _UNSET:
            return super().items()
        options = self._defaults.copy()
        if section in self._sections:
            options.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        names = list(options)
        # The vars count in interpolation alone.
        options.update((self.optionxform(name), value) for name, value in (vars or {}).items())
        if raw:
            return [(name, options[name]) for name in names]
        before_get = self._interpolation.before_get
        return [(name, value if value is None else before_get(self, section, name, value, options))
                for name in names for value in [options[name]]]

    # Files.

    def read(self, filenames, encoding=None):
        """Read files, or a file; returns the names of those that could be opened."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        """Read lines; source is their name in errors."""
        self._read(f, source or getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        """Read a string."""
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Read a mapping of names to mappings of names to values."""
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                # It is there, or the default one.
                pass
            for option, value in options.items():
                option = self.optionxform(str(option))
                if self._strict and (section, option) in seen:
                    raise DuplicateOptionError(section, option, source)
                seen.add((section, option))
                self.set(section, option, None if value is None else str(value))

    def _read(self, fp, fpname):
        reading = _Reading(self, fpname)
        try:
            for lineno, line in enumerate(fp, start=1):
                reading.take(lineno, line)
        finally:
            reading.finish()
        if reading.errors:
            raise ParsingError(fpname).combine(reading.errors)

    def _without_comment(self, line):
        """The line without comment and space around, and whether it had a comment."""
        text = line.strip()
        if text.startswith(self._comment_prefixes):
            return "", True
        ends = [match.start() for prefix in self._inline_comment_prefixes
                if (match := re.search(r"(?:^|(?<=\s))" + re.escape(prefix), line))]
        return (line[:min(ends)].strip(), True) if ends else (text, False)

    def _read_defaults(self, defaults):
        for name, value in defaults.items():
            self._defaults[self.optionxform(name)] = value

    def write(self, fp, space_around_delimiters=True):
        """Write all sections to the file fp."""
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = f" {delimiter} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        # What has no header can only come first.
        for section in sorted(self._sections, key=lambda section: section is not UNNAMED_SECTION):
            self._write_section(fp, section, self._sections[section].items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter):
        if section_name is not UNNAMED_SECTION:
            fp.write(f"[{section_name}]\n")
        for name, value in section_items:
            value = self._interpolation.before_write(self, section_name, name, value)
            if value is None and self._allow_no_value:
                fp.write(f"{name}\n")
            else:
                # Following lines are indented, or they would be options.
                fp.write(f"{name}{delimiter}{value}".replace("\n", "\n\t") + "\n")
        fp.write("\n")

    # As a mapping.

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        # Its own section would be empty before it is read.
        if key in self and self[key] is value:
            return
        if key in self:
            self._options_in(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return self.has_section(key) or key == self.default_section

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        return chain((self.default_section,), self._sections)

    def popitem(self):
        """Remove the first section, and return (name, section)."""
        for name in self._sections:
            section = self[name]
            del self[name]
            return name, section
        raise KeyError

    def _validate_value_types(self, *, section="", option="", value=""):
        for what, given in (("section names", section), ("option keys", option), ("option values", value)):
            if isinstance(given, str):
                continue
            if given is not value or value or not self._allow_no_value:
                raise TypeError(f"{what} must be strings")


class ConfigParser(RawConfigParser):
    """A configuration file parser with interpolation, which takes strings only."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def add_section(self, section):
        """Add an empty section; its name must be a string."""
        self._validate_value_types(section=section)
        super().add_section(section)

    def set(self, section, option, value=None):
        """Set an option to a string."""
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def _read_defaults(self, defaults):
        # They may refer to options that are to come: before_set shall not see them.
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


class SectionProxy(MutableMapping):
    """One section as a mapping, with the get… methods of its parser."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for converter in parser.converters:
            self._add_getter("get" + converter)

    def _add_getter(self, name):
        from_parser = getattr(self._parser, name)

        def getter(option, fallback=None, **kwargs):
            return self.get(option, fallback, _impl=from_parser, **kwargs)
        setattr(self, name, getter)

    @property
    def parser(self):
        """The parser the section is of."""
        return self._parser

    @property
    def name(self):
        """The section's name."""
        return self._name

    def __repr__(self):
        return f"<Section: {self._name}>"

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """Return the value of an option, as the parser's get does."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _names(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        # A default shows here, but is not the section's to remove.
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())


class ConverterMapping(MutableMapping):
    """The converters of a parser by name: setting one gives parser and sections a get… method."""

    GETTERCRE = re.compile(r"^get(?P<name>.+)$")

    def __init__(self, parser):
        self._parser = parser
        # The methods of the class have no converter to show.
        self._data = {match["name"]: None for match in map(self.GETTERCRE.match, dir(parser))
                      if match and callable(getattr(parser, match[0]))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        name = "get" + key
        self._data[key] = value
        parser = self._parser

        def getter(section, option, **kwargs):
            return parser._get_conv(section, option, conv=value, **kwargs)
        getter.converter = value
        setattr(parser, name, getter)
        for section in parser.values():
            section._add_getter(name)

    def __delitem__(self, key):
        del self._data[key]
        name = "get" + key
        for owner in (self._parser, *self._parser.values()):
            vars(owner).pop(name, None)

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)
