"""The encoding of internationalised host names (RFC 3490, 3491): labels outside ASCII become "xn--" and punycode."""

import codecs
import re

dots = re.compile("[.\u3002\uff0e\uff61]")
ace_prefix = b"xn--"
sace_prefix = "xn--"

_LONGEST = 63
_LONGEST_INPUT = 1024  # nothing longer is looked at: preparing it would take long and it could not fit


def nameprep(label):
    """Return the label with case and forms folded (RFC 3491); characters that no name may hold raise UnicodeError."""
    import stringprep
    from unicodedata import normalize
    label = normalize("NFKC", "".join([stringprep.map_table_b2(c) for c in label if not stringprep.in_table_b1(c)]))
    banned = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5,
              stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)
    for i, c in enumerate(label):
        if any(table(c) for table in banned):
            raise UnicodeEncodeError("idna", label, i, i + 1, f"Invalid character {c!r}")
    _check_direction(label, stringprep)
    return label


def _check_direction(label, stringprep):
    """A label written from right to left is so from its first character to its last."""
    leftward = [stringprep.in_table_d1(c) for c in label]
    if not any(leftward):
        return
    for i, c in enumerate(label):
        if stringprep.in_table_d2(c):
            raise UnicodeEncodeError("idna", label, i, i + 1, "Violation of BIDI requirement 2")
    for i in (0, len(label) - 1):
        if not leftward[i]:
            raise UnicodeEncodeError("idna", label, i, i + 1, "Violation of BIDI requirement 3")


def _fitting(label, data):
    if not data:
        raise UnicodeEncodeError("idna", label, 0, 1, "label empty")
    if len(data) > _LONGEST:
        raise UnicodeEncodeError("idna", label, 0, len(label), "label too long")
    return data


def ToASCII(label):
    """Return the ASCII form of a label."""
    if label.isascii():
        return _fitting(label, label.encode("ascii"))
    label = nameprep(label)
    if label.isascii():
        return _fitting(label, label.encode("ascii"))
    if label.lower().startswith(sace_prefix):
        raise UnicodeEncodeError("idna", label, 0, len(sace_prefix), "Label starts with ACE prefix")
    return _fitting(label, ace_prefix + label.encode("punycode"))


def ToUnicode(label):
    """Return the text that a label stands for."""
    if len(label) > _LONGEST_INPUT:
        if isinstance(label, str):
            label = label.encode("utf-8", errors="backslashreplace")
        raise UnicodeDecodeError("idna", label, 0, len(label), "label way too long")
    if not isinstance(label, bytes):
        label = _ascii_label(label)
    if not label.lower().startswith(ace_prefix):
        return str(label, "ascii")
    skip = len(ace_prefix)
    try:
        result = label[skip:].decode("punycode")
    except UnicodeDecodeError as exc:
        raise UnicodeDecodeError("idna", label, skip + exc.start, skip + exc.end, exc.reason)
    again = ToASCII(result)
    if str(label, "ascii").lower() != str(again, "ascii"):
        raise UnicodeDecodeError("idna", label, 0, len(label), f"IDNA does not round-trip, '{label!r}' != '{again!r}'")
    return result


def _ascii_label(label):
    if not label.isascii():
        label = nameprep(label)
    try:
        return label.encode("ascii")
    except UnicodeEncodeError as exc:
        raise UnicodeEncodeError("idna", label, exc.start, exc.end, "Invalid character in IDN label")


def _require_strict(errors):
    if errors != 'strict':
        raise UnicodeError(f"Unsupported error handling: {errors}")


def _split(labels, final, dot):
    """The labels that are whole, and the dot behind them if there is one."""
    if not labels[-1]:
        return labels[:-1], dot
    if final:
        return labels, dot[:0]
    return labels[:-1], dot if len(labels) > 1 else dot[:0]


def _each(labels, convert):
    """Convert the labels; an error tells where in the whole the label begins."""
    done, offset = [], 0
    for label in labels:
        try:
            done.append(convert(label))
        except (UnicodeEncodeError, UnicodeDecodeError) as exc:
            return done, (exc, offset)
        offset += len(label) + 1
    return done, None


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        _require_strict(errors)
        if not input:
            return b'', 0
        if input.isascii():
            return self._encode_ascii(input), len(input)
        labels, dot = _split(dots.split(input), True, b'.')
        done, failed = _each(labels, ToASCII)
        if failed:
            exc, offset = failed
            raise UnicodeEncodeError("idna", input, offset + exc.start, offset + exc.end, exc.reason)
        return b'.'.join(done) + dot, len(input)

    def _encode_ascii(self, input):
        labels, offset = input.split('.'), 0
        for i, label in enumerate(labels):
            if not label and i < len(labels) - 1:
                raise UnicodeEncodeError("idna", input, offset, offset + 1, "label empty")
            offset += len(label) + 1
        offset = 0
        for label in labels:
            if len(label) > _LONGEST:
                raise UnicodeEncodeError("idna", input, offset, offset + len(label), "label too long")
            offset += len(label) + 1
        return input.encode('ascii')

    def decode(self, input, errors='strict'):
        _require_strict(errors)
        if not input:
            return "", 0
        input = bytes(input)
        if ace_prefix not in input.lower() and input.isascii():
            return input.decode('ascii'), len(input)
        labels, dot = _split(input.split(b"."), True, '.')
        done, failed = _each(labels, ToUnicode)
        if failed:
            exc, offset = failed
            raise UnicodeDecodeError("idna", input, offset + exc.start, offset + exc.end, exc.reason)
        return ".".join(done) + dot, len(input)


def _consumed(labels, dot):
    return sum(map(len, labels)) + max(len(labels) - 1, 0) + len(dot)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    """Keeps a label until its dot has come."""

    def _buffer_encode(self, input, errors, final):
        _require_strict(errors)
        if not input:
            return b'', 0
        labels, dot = _split(dots.split(input), final, b'.')
        done, failed = _each(labels, ToASCII)
        if failed:
            exc, offset = failed
            raise UnicodeEncodeError("idna", input, offset + exc.start, offset + exc.end, exc.reason)
        return b'.'.join(done) + dot, _consumed(labels, dot)


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """Keeps a label until its dot has come."""

    def _buffer_decode(self, input, errors, final):
        _require_strict(errors)
        if not input:
            return "", 0
        if isinstance(input, str):
            parts = dots.split(input)
        else:
            try:
                input = str(input, "ascii")
            except UnicodeDecodeError as exc:
                raise UnicodeDecodeError("idna", input, exc.start, exc.end, exc.reason)
            parts = input.split(".")
        labels, dot = _split(parts, final, '.')
        done, failed = _each(labels, ToUnicode)
        if failed:
            exc, offset = failed
            raise UnicodeDecodeError("idna", input.encode("ascii", errors="backslashreplace"), offset + exc.start, offset + exc.end, exc.reason)
        return ".".join(done) + dot, _consumed(labels, dot)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    codec = Codec()
    return codecs.CodecInfo(codec.encode, codec.decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, 'idna')
