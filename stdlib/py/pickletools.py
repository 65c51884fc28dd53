"""Taking pickles apart: genops, dis and optimize."""
import codecs
import io
import struct

__all__ = ['dis', 'genops', 'optimize']

UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1, TAKEN_FROM_ARGUMENT4, TAKEN_FROM_ARGUMENT4U, TAKEN_FROM_ARGUMENT8U = -2, -3, -4, -5


class ArgumentDescriptor:
    """How the argument of an opcode is read; n is its length or where that stands."""
    __slots__ = 'name', 'n', 'reader', 'doc'

    def __init__(self, name, n, reader, doc=''):
        self.name, self.n, self.reader, self.doc = name, n, reader, doc


def _exact(f, n):
    data = f.read(n)
    if len(data) != n:
        raise ValueError('not enough data in stream to read %s' % {1: 'uint1', 2: 'uint2', 4: 'int4', 8: 'float8'}.get(n, 'argument'))
    return data


def _number(format):
    size = struct.calcsize(format)
    return lambda f: struct.unpack(format, _exact(f, size))[0]


def _line(f, decode=True, stripquotes=False):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError('no newline found when trying to read stringnl')
    data = data[:-1]
    if stripquotes:
        for q in b'"', b"'":
            if data.startswith(q):
                if not data.endswith(q) or len(data) < 2:
                    raise ValueError('strinq quote %r not found at both ends of %r' % (q, data))
                data = data[1:-1]
                break
        else:
            raise ValueError('no string quotes around %r' % data)
    return codecs.escape_decode(data)[0].decode('ascii') if decode else data


def _counted(format, convert):
    length = _number(format)

    def read(f):
        n = length(f)
        if n < 0:
            raise ValueError('byte count < 0: %d' % n)
        data = f.read(n)
        if len(data) != n:
            raise ValueError('expected %d bytes, but only %d remain' % (n, len(data)))
        return convert(data)
    return read


def _decimal_short(f):
    s = _line(f, decode=False)
    return {b'00': False, b'01': True}[s] if s in (b'00', b'01') else int(s)


def _decimal_long(f):
    s = _line(f, decode=False)
    return int(s[:-1] if s[-1:] == b'L' else s)


def _long(data):
    return int.from_bytes(data, 'little', signed=True)


def _utf8(data):
    return str(data, 'utf-8', 'surrogatepass')


def _latin(data):
    return data.decode('latin-1')


_ARGUMENTS = {a.name: a for a in (
    ArgumentDescriptor('uint1', 1, _number('<B')), ArgumentDescriptor('uint2', 2, _number('<H')), ArgumentDescriptor('int4', 4, _number('<i')),
    ArgumentDescriptor('uint4', 4, _number('<I')), ArgumentDescriptor('uint8', 8, _number('<Q')), ArgumentDescriptor('float8', 8, _number('>d')),
    ArgumentDescriptor('stringnl', UP_TO_NEWLINE, lambda f: _line(f, stripquotes=True)),
    ArgumentDescriptor('stringnl_noescape', UP_TO_NEWLINE, lambda f: _line(f, decode=False).decode('ascii')),
    ArgumentDescriptor('stringnl_noescape_pair', UP_TO_NEWLINE,
                       lambda f: '%s %s' % (_line(f, decode=False).decode('utf-8'), _line(f, decode=False).decode('utf-8'))),
    ArgumentDescriptor('string1', TAKEN_FROM_ARGUMENT1, _counted('<B', _latin)), ArgumentDescriptor('string4', TAKEN_FROM_ARGUMENT4, _counted('<i', _latin)),
    ArgumentDescriptor('bytes1', TAKEN_FROM_ARGUMENT1, _counted('<B', bytes)), ArgumentDescriptor('bytes4', TAKEN_FROM_ARGUMENT4U, _counted('<I', bytes)),
    ArgumentDescriptor('bytes8', TAKEN_FROM_ARGUMENT8U, _counted('<Q', bytes)),
    ArgumentDescriptor('bytearray8', TAKEN_FROM_ARGUMENT8U, _counted('<Q', bytearray)),
    ArgumentDescriptor('unicodestringnl', UP_TO_NEWLINE, lambda f: str(_line(f, decode=False), 'raw-unicode-escape')),
    ArgumentDescriptor('unicodestring1', TAKEN_FROM_ARGUMENT1, _counted('<B', _utf8)),
    ArgumentDescriptor('unicodestring4', TAKEN_FROM_ARGUMENT4U, _counted('<I', _utf8)),
    ArgumentDescriptor('unicodestring8', TAKEN_FROM_ARGUMENT8U, _counted('<Q', _utf8)),
    ArgumentDescriptor('decimalnl_short', UP_TO_NEWLINE, _decimal_short), ArgumentDescriptor('decimalnl_long', UP_TO_NEWLINE, _decimal_long),
    ArgumentDescriptor('floatnl', UP_TO_NEWLINE, lambda f: float(_line(f, decode=False))),
    ArgumentDescriptor('long1', TAKEN_FROM_ARGUMENT1, _counted('<B', _long)), ArgumentDescriptor('long4', TAKEN_FROM_ARGUMENT4, _counted('<i', _long)))}
globals().update(_ARGUMENTS)


class StackObject:
    """A kind of object on the unpickler's stack."""
    __slots__ = 'name', 'obtype', 'doc'

    def __init__(self, name, obtype, doc=''):
        self.name, self.obtype, self.doc = name, obtype, doc

    def __repr__(self):
        return self.name


_KINDS = {name: StackObject(name, kind) for name, kind in (
    ('int', int), ('bool', (int, bool)), ('int_or_bool', (int, bool)), ('float', float), ('bytes_or_str', (bytes, str)), ('bytes', bytes),
    ('bytearray', bytearray), ('str', str), ('None', type(None)), ('tuple', tuple), ('list', list), ('dict', dict), ('set', set),
    ('frozenset', set), ('buffer', object), ('any', object), ('mark', StackObject), ('stackslice', StackObject))}
anyobject, markobject, stackslice = _KINDS['any'], _KINDS['mark'], _KINDS['stackslice']


class OpcodeInfo:
    __slots__ = 'name', 'code', 'arg', 'stack_before', 'stack_after', 'proto', 'doc'

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc=''):
        self.name, self.code, self.arg, self.proto, self.doc = name, code, arg, proto, doc
        self.stack_before, self.stack_after = stack_before, stack_after


# name, code, argument, what it takes from the stack and leaves there ("." nothing), protocol.
_TABLE = '''INT I decimalnl_short . int_or_bool 0
BININT J int4 . int 1
BININT1 K uint1 . int 1
BININT2 M uint2 . int 1
LONG L decimalnl_long . int 0
LONG1 \\x8a long1 . int 2
LONG4 \\x8b long4 . int 2
STRING S stringnl . bytes_or_str 0
BINSTRING T string4 . bytes_or_str 1
SHORT_BINSTRING U string1 . bytes_or_str 1
BINBYTES B bytes4 . bytes 3
SHORT_BINBYTES C bytes1 . bytes 3
BINBYTES8 \\x8e bytes8 . bytes 4
BYTEARRAY8 \\x96 bytearray8 . bytearray 5
NEXT_BUFFER \\x97 . . buffer 5
READONLY_BUFFER \\x98 . buffer buffer 5
NONE N . . None 0
NEWTRUE \\x88 . . bool 2
NEWFALSE \\x89 . . bool 2
UNICODE V unicodestringnl . str 0
SHORT_BINUNICODE \\x8c unicodestring1 . str 4
BINUNICODE X unicodestring4 . str 1
BINUNICODE8 \\x8d unicodestring8 . str 4
FLOAT F floatnl . float 0
BINFLOAT G float8 . float 1
EMPTY_LIST ] . . list 1
APPEND a . list,any list 0
APPENDS e . list,mark,stackslice list 1
LIST l . mark,stackslice list 0
EMPTY_TUPLE ) . . tuple 1
TUPLE t . mark,stackslice tuple 0
TUPLE1 \\x85 . any tuple 2
TUPLE2 \\x86 . any,any tuple 2
TUPLE3 \\x87 . any,any,any tuple 2
EMPTY_DICT } . . dict 1
DICT d . mark,stackslice dict 0
SETITEM s . dict,any,any dict 0
SETITEMS u . dict,mark,stackslice dict 1
EMPTY_SET \\x8f . . set 4
ADDITEMS \\x90 . set,mark,stackslice set 4
FROZENSET \\x91 . mark,stackslice frozenset 4
POP 0 . any . 0
DUP 2 . any any,any 0
MARK ( . . mark 0
POP_MARK 1 . mark,stackslice . 1
GET g decimalnl_short . any 0
BINGET h uint1 . any 1
LONG_BINGET j uint4 . any 1
PUT p decimalnl_short . . 0
BINPUT q uint1 . . 1
LONG_BINPUT r uint4 . . 1
MEMOIZE \\x94 . any any 4
EXT1 \\x82 uint1 . any 2
EXT2 \\x83 uint2 . any 2
EXT4 \\x84 int4 . any 2
GLOBAL c stringnl_noescape_pair . any 0
STACK_GLOBAL \\x93 . str,str any 4
REDUCE R . any,any any 0
BUILD b . any,any any 0
INST i stringnl_noescape_pair mark,stackslice any 0
OBJ o . mark,any,stackslice any 1
NEWOBJ \\x81 . any,any any 2
NEWOBJ_EX \\x92 . any,any,any any 4
PROTO \\x80 uint1 . . 2
STOP . . any . 0
FRAME \\x95 uint8 . . 4
PERSID P stringnl_noescape . any 0
BINPERSID Q . any any 1'''


def _row(line):
    name, code, arg, before, after, proto = line.split()
    code = chr(int(code[2:], 16)) if code.startswith('\\x') else code

    def kinds(text):
        return [] if text == '.' else [_KINDS[n] for n in text.split(',')]
    return OpcodeInfo(name, code, None if arg == '.' else _ARGUMENTS[arg], kinds(before), kinds(after), int(proto))


opcodes = [_row(line) for line in _TABLE.splitlines()]
code2op = {op.code: op for op in opcodes}


def genops(pickle, yield_end_pos=False):
    """(opcode, argument, position) of each instruction."""
    if isinstance(pickle, (bytes, bytearray, memoryview)):
        pickle = io.BytesIO(pickle)
    tell = getattr(pickle, 'tell', lambda: None)
    while True:
        pos = tell()
        code = pickle.read(1)
        op = code2op.get(code.decode('latin-1'))
        if op is None:
            if code == b'':
                raise ValueError('pickle exhausted before seeing STOP')
            raise ValueError('at position %s, opcode %r unknown' % ('<unknown>' if pos is None else pos, code))
        arg = None if op.arg is None else op.arg.reader(pickle)
        if yield_end_pos:
            yield op, arg, pos, tell()
        else:
            yield op, arg, pos
        if code == b'.':
            assert op.name == 'STOP'
            break


def optimize(p):
    """The pickle without the PUTs that no GET uses."""
    puts, gets, pieces, proto = {}, set(), [], 0
    for op, arg, pos, end in genops(p, yield_end_pos=True):
        piece = p[pos:end]
        if 'PUT' in op.name:
            pieces.append(('put', arg, piece))
            puts[arg] = pos
        elif op.name == 'MEMOIZE':
            pieces.append(('put', len(puts), piece))
            puts[len(puts)] = pos
        elif 'FRAME' in op.name:
            pass
        elif 'GET' in op.name:
            gets.add(arg)
            pieces.append(('get', arg, piece))
            proto = max(proto, op.proto)
        elif op.name == 'PROTO':
            proto = max(proto, arg)
            pieces.append(('proto', arg, piece))
        else:
            pieces.append((None, arg, piece))
    out, renumber = io.BytesIO(), {}
    body = io.BytesIO()
    for kind, arg, piece in pieces:
        if kind == 'put':
            if arg not in gets:
                continue
            renumber[arg] = len(renumber)
            body.write(b'\x94' if proto >= 4 else _put(proto, renumber[arg]))
        elif kind == 'get':
            body.write(_get(proto, renumber[arg]))
        elif kind == 'proto':
            out.write(piece)
        else:
            body.write(piece)
    data = body.getvalue()
    if proto >= 4 and len(data) >= 4:
        out.write(b'\x95' + struct.pack('<Q', len(data)))
    return out.getvalue() + data


def _put(proto, i):
    return b'p%d\n' % i if proto == 0 else b'q%c' % i if i < 256 else b'r' + struct.pack('<I', i)


def _get(proto, i):
    return b'g%d\n' % i if proto == 0 else b'h%c' % i if i < 256 else b'j' + struct.pack('<I', i)


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Print the instructions of a pickle, and check that they fit the stack and the memo."""
    stack, markstack, maxproto = [], [], -1
    memo = {} if memo is None else memo
    indent, message = ' ' * indentlevel, None
    for op, arg, pos in genops(pickle):
        if pos is not None:
            print('%5d:' % pos, end=' ', file=out)
        line = '%-4s %s%s' % (repr(op.code)[1:-1], indent * len(markstack), op.name)
        maxproto = max(maxproto, op.proto)
        before, after = op.stack_before, op.stack_after
        numtopop, note = len(before), None
        if markobject in before or op.name == 'POP' and stack and stack[-1] is markobject:
            assert markobject not in after
            if markstack:
                markpos = markstack.pop()
                note = '(MARK at unknown opcode offset)' if markpos is None else '(MARK at %d)' % markpos
                while stack[-1] is not markobject:
                    stack.pop()
                stack.pop()
                try:
                    numtopop = before.index(markobject)
                except ValueError:
                    assert op.name == 'POP'
                    numtopop = 0
            else:
                message = note = 'no MARK exists on stack'
        if op.name in ('PUT', 'BINPUT', 'LONG_BINPUT', 'MEMOIZE'):
            if op.name == 'MEMOIZE':
                key = len(memo)
                note = '(as %d)' % key
            else:
                key = arg
            if key in memo:
                message = 'memo key %r already defined' % arg
            elif not stack:
                message = "stack is empty -- can't store into memo"
            elif stack[-1] is markobject:
                message = "can't store markobject in the memo"
            else:
                memo[key] = stack[-1]
        elif op.name in ('GET', 'BINGET', 'LONG_BINGET'):
            if arg in memo:
                after = [memo[arg]]
            else:
                message = 'memo key %r has never been stored into' % arg
        if arg is not None or note:
            line += ' ' * (10 - len(op.name))
            if arg is not None:
                line += ' ' + (ascii(arg) if 'STRING' in op.name else repr(arg))
            if note:
                line += ' ' + note
        print(line, file=out)
        if message:
            raise ValueError(message)
        if len(stack) < numtopop:
            raise ValueError('tries to pop %d items from stack with only %d items' % (numtopop, len(stack)))
        if numtopop:
            del stack[-numtopop:]
        if markobject in after:
            assert markobject not in before
            markstack.append(pos)
        stack.extend(after)
    print('highest protocol among opcodes =', maxproto, file=out)
    if stack:
        raise ValueError('stack not empty after STOP: %r' % stack)
