"""The names that Python 2 had for modules, functions and exceptions, for pickles of protocols below 3."""

IMPORT_MAPPING = {
    '__builtin__': 'builtins', 'copy_reg': 'copyreg', 'Queue': 'queue', 'ConfigParser': 'configparser', 'repr': 'reprlib',
    'cPickle': 'pickle', 'commands': 'subprocess', 'HTMLParser': 'html.parser', 'SocketServer': 'socketserver',
    'urlparse': 'urllib.parse', 'Cookie': 'http.cookies', 'cookielib': 'http.cookiejar', 'httplib': 'http.client',
    'UserDict': 'collections', 'UserList': 'collections', 'UserString': 'collections',
    'exceptions': 'builtins', 'whichdb': 'dbm', 'StringIO': 'io', 'cStringIO': 'io', 'markupbase': '_markupbase',
    'xmlrpclib': 'xmlrpc.client', 'robotparser': 'urllib.robotparser',
}

NAME_MAPPING = {
    ('__builtin__', 'xrange'): ('builtins', 'range'), ('__builtin__', 'reduce'): ('functools', 'reduce'),
    ('__builtin__', 'intern'): ('sys', 'intern'), ('__builtin__', 'unichr'): ('builtins', 'chr'),
    ('__builtin__', 'unicode'): ('builtins', 'str'), ('__builtin__', 'long'): ('builtins', 'int'),
    ('itertools', 'izip'): ('builtins', 'zip'), ('itertools', 'imap'): ('builtins', 'map'),
    ('itertools', 'ifilter'): ('builtins', 'filter'), ('itertools', 'ifilterfalse'): ('itertools', 'filterfalse'),
    ('itertools', 'izip_longest'): ('itertools', 'zip_longest'), ('UserDict', 'IterableUserDict'): ('collections', 'UserDict'),
    ('UserList', 'UserList'): ('collections', 'UserList'), ('UserString', 'UserString'): ('collections', 'UserString'),
    ('__builtin__', 'basestring'): ('builtins', 'str'), ('exceptions', 'StandardError'): ('builtins', 'Exception'),
}

_ONE_WAY_MODULES = {'UserDict', 'UserList', 'UserString', 'exceptions', 'StringIO', 'cStringIO', 'cPickle', 'whichdb'}
_ONE_WAY_NAMES = {('__builtin__', 'basestring'), ('exceptions', 'StandardError')}

REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items() if old not in _ONE_WAY_MODULES}
REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items() if old not in _ONE_WAY_NAMES}
