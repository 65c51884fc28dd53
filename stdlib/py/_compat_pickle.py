"""The names that Python 2 had for modules, functions and exceptions, for pickles of protocols below 3."""


def _pairs(text):
    return dict(word.split('=') for word in text.split())


# Python 2's module = Python 3's.
_RENAMED = _pairs('''
    __builtin__=builtins copy_reg=copyreg Queue=queue SocketServer=socketserver ConfigParser=configparser repr=reprlib
    tkFileDialog=tkinter.filedialog tkSimpleDialog=tkinter.simpledialog tkColorChooser=tkinter.colorchooser
    tkCommonDialog=tkinter.commondialog Dialog=tkinter.dialog Tkdnd=tkinter.dnd tkFont=tkinter.font
    tkMessageBox=tkinter.messagebox ScrolledText=tkinter.scrolledtext Tkconstants=tkinter.constants ttk=tkinter.ttk
    Tkinter=tkinter markupbase=_markupbase _winreg=winreg thread=_thread dummy_thread=_dummy_thread dbhash=dbm.bsd
    dumbdbm=dbm.dumb dbm=dbm.ndbm gdbm=dbm.gnu xmlrpclib=xmlrpc.client SimpleXMLRPCServer=xmlrpc.server httplib=http.client
    htmlentitydefs=html.entities HTMLParser=html.parser Cookie=http.cookies cookielib=http.cookiejar
    BaseHTTPServer=http.server test.test_support=test.support commands=subprocess urlparse=urllib.parse
    robotparser=urllib.robotparser urllib2=urllib.request anydbm=dbm _abcoll=collections.abc''')
_MERGED = _pairs('''
    cPickle=pickle _elementtree=xml.etree.ElementTree FileDialog=tkinter.filedialog SimpleDialog=tkinter.simpledialog
    DocXMLRPCServer=xmlrpc.server SimpleHTTPServer=http.server CGIHTTPServer=http.server UserDict=collections
    UserList=collections UserString=collections whichdb=dbm StringIO=io cStringIO=io''')
# Modules of Python 3 that are written in C, by what Python 2 called the whole.
_CORES = _pairs('_bz2=bz2 _dbm=dbm _functools=functools _gdbm=gdbm _pickle=pickle')

IMPORT_MAPPING = _RENAMED | _MERGED
REVERSE_IMPORT_MAPPING = {new: old for old, new in _RENAMED.items()} | _CORES


def _names(old, new, words):
    """Names that moved from one module to another; a=b were renamed."""
    pairs = {}
    for word in words.split():
        before, _, after = word.partition('=')
        pairs[old, before] = new, after or before
    return pairs


_TWO_WAYS = (
    _names('__builtin__', 'builtins', 'xrange=range unichr=chr unicode=str long=int') |
    _names('__builtin__', 'functools', 'reduce') | _names('__builtin__', 'sys', 'intern') |
    _names('itertools', 'builtins', 'izip=zip imap=map ifilter=filter') |
    _names('itertools', 'itertools', 'ifilterfalse=filterfalse izip_longest=zip_longest') |
    _names('UserDict', 'collections', 'IterableUserDict=UserDict') | _names('UserList', 'collections', 'UserList') |
    _names('UserString', 'collections', 'UserString') | _names('whichdb', 'dbm', 'whichdb') | _names('_socket', 'socket', 'fromfd') |
    _names('_multiprocessing', 'multiprocessing.connection', 'Connection') |
    _names('multiprocessing.process', 'multiprocessing.context', 'Process') |
    _names('multiprocessing.forking', 'multiprocessing.popen_fork', 'Popen') |
    _names('multiprocessing', 'multiprocessing.context', 'AuthenticationError BufferTooShort ProcessError TimeoutError') |
    _names('urllib', 'urllib.error', 'ContentTooShortError') |
    _names('urllib', 'urllib.request', 'getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve') |
    _names('urllib', 'urllib.parse', 'quote quote_plus unquote unquote_plus urlencode') |
    _names('urllib2', 'urllib.error', 'HTTPError URLError') |
    _names('exceptions', 'builtins', '''
        ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
        EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
        IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
        OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError
        SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
        UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError'''))

NAME_MAPPING = _TWO_WAYS | {
    ('__builtin__', 'basestring'): ('builtins', 'str'), ('exceptions', 'StandardError'): ('builtins', 'Exception'),
    ('UserDict', 'UserDict'): ('collections', 'UserDict'), ('socket', '_socketobject'): ('socket', 'SocketType'),
}


def _towards(old, names, new):
    """Names of Python 3 that have only something more general in Python 2."""
    return {(new, name): old for name in names.split()}


REVERSE_NAME_MAPPING = (
    {new: old for old, new in _TWO_WAYS.items()} |
    _towards(('exceptions', 'OSError'), '''BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
        ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
        NotADirectoryError PermissionError ProcessLookupError TimeoutError''', 'builtins') |
    _towards(('exceptions', 'ImportError'), 'ModuleNotFoundError', 'builtins') |
    _towards(('__builtin__', 'reduce'), 'reduce', '_functools') | _towards(('socket', '_socketobject'), 'socket', '_socket') |
    {(new, name): (old, name) for old, new, names in (
        ('FileDialog', 'tkinter.filedialog', 'FileDialog LoadFileDialog SaveFileDialog'),
        ('SimpleDialog', 'tkinter.simpledialog', 'SimpleDialog'),
        ('DocXMLRPCServer', 'xmlrpc.server',
         'ServerHTMLDoc XMLRPCDocGenerator DocXMLRPCRequestHandler DocXMLRPCServer DocCGIXMLRPCRequestHandler'),
        ('SimpleHTTPServer', 'http.server', 'SimpleHTTPRequestHandler'),
        ('CGIHTTPServer', 'http.server', 'CGIHTTPRequestHandler')) for name in names.split()})
