"""Opening URLs: openers, made of handlers for schemes, errors and redirections."""
import base64
import bisect
import email
import http.client
import io
import os
import re
import socket
import sys
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, unwrap, urljoin, urlparse, urlsplit
from urllib.response import addclosehook, addinfourl

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPDefaultErrorHandler', 'HTTPRedirectHandler', 'HTTPCookieProcessor', 'ProxyHandler',
           'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth', 'AbstractBasicAuthHandler',
           'HTTPBasicAuthHandler', 'HTTPHandler', 'FileHandler', 'DataHandler', 'UnknownHandler', 'HTTPErrorProcessor', 'HTTPSHandler',
           'urlopen', 'install_opener', 'build_opener', 'pathname2url', 'url2pathname', 'getproxies', 'urlretrieve', 'urlcleanup']

__version__ = '%d.%d' % sys.version_info[:2]
_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    global _opener
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    global _opener
    _opener = opener


_temporary = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what a URL names to a file."""
    import contextlib
    import tempfile
    with contextlib.closing(urlopen(url, data)) as fp:
        headers = fp.info()
        if urlsplit(url).scheme == 'file' and not filename:
            return os.path.normpath(urlsplit(url).path), headers
        if filename:
            out = open(filename, 'wb')
        else:
            out = tempfile.NamedTemporaryFile(delete=False)
            filename = out.name
            _temporary.append(filename)
        with out:
            size, read, blocks = int(headers.get('content-length', -1)), 0, 0
            if reporthook:
                reporthook(0, 8192, size)
            while block := fp.read(8192):
                read += len(block)
                out.write(block)
                blocks += 1
                if reporthook:
                    reporthook(blocks, 8192, size)
    if 0 <= read < size:
        raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (read, size), (filename, headers))
    return filename, headers


def urlcleanup():
    global _opener
    for name in _temporary:
        try:
            os.unlink(name)
        except OSError:
            pass
    _temporary.clear()
    _opener = None


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = origin_req_host or (urlparse(self.full_url)[1] or self.host or '').partition(':')[0].lower()
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, _, fragment = unwrap(url).partition('#')
        self.fragment = fragment or None
        m = re.match(r'([a-zA-Z][a-zA-Z0-9+.-]*):(.*)', self._full_url, re.DOTALL)
        if m is None:
            raise ValueError('unknown url type: %r' % self.full_url)
        self.type, rest = m.group(1).lower(), m.group(2)
        m = re.match(r'//([^/?]*)(.*)', rest, re.DOTALL)
        self.host, self.selector = (m.group(1), m.group(2)) if m else (None, rest)
        if self.host:
            self.host = unquote(self.host)
            if self.selector[:1] != '/':
                self.selector = '/' + self.selector

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        return getattr(self, 'method', 'GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Handlers by what they do: their methods SCHEME_open, SCHEME_request, SCHEME_response, http_error_CODE."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/' + __version__)]
        self.handlers = []
        self.handle_open, self.handle_error, self.process_response, self.process_request = {}, {}, {}, {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        added = False
        for name in dir(handler):
            if name in ('redirect_request', 'do_open', 'proxy_open'):
                continue
            protocol, _, condition = name.partition('_')
            if condition.startswith('error'):
                kind = condition.partition('_')[2]
                kind = int(kind) if kind.isdigit() else kind
                table = self.handle_error.setdefault(protocol, {})
            elif condition in ('open', 'response', 'request'):
                kind = protocol
                table = {'open': self.handle_open, 'response': self.process_response, 'request': self.process_request}[condition]
            else:
                continue
            bisect.insort(table.setdefault(kind, []), handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        pass

    def _call_chain(self, chain, kind, name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        req = Request(fullurl) if isinstance(fullurl, str) else fullurl
        if data is not None:
            req.data = data
        req.timeout = timeout
        protocol = req.type
        for processor in self.process_request.get(protocol, ()):
            req = getattr(processor, protocol + '_request')(req)
        sys.audit('urllib.Request', req.full_url, req.data, req.headers, req.get_method())
        response = self._open(req, data)
        for processor in self.process_response.get(protocol, ()):
            response = getattr(processor, protocol + '_response')(req, response)
        return response

    def _open(self, req, data=None):
        return (self._call_chain(self.handle_open, 'default', 'default_open', req)
                or self._call_chain(self.handle_open, req.type, req.type + '_open', req)
                or self._call_chain(self.handle_open, 'unknown', 'unknown_open', req))

    def error(self, proto, *args):
        if proto in ('http', 'https'):
            table, kind = self.handle_error['http'], args[2]
            result = self._call_chain(table, kind, 'http_error_%s' % kind, *args)
            return result or self._call_chain(table, 'default', 'http_error_default', *args)
        return self._call_chain(self.handle_error, proto, proto + '_error', *args)


def build_opener(*handlers):
    """An opener with the default handlers, but for those that a given one replaces."""
    opener = OpenerDirector()
    given = [h if isinstance(h, type) else type(h) for h in handlers]
    defaults = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler, HTTPErrorProcessor,
                DataHandler, HTTPSHandler]
    for cls in defaults:
        if not any(issubclass(g, cls) for g in given):
            opener.add_handler(cls())
    for h in handlers:
        opener.add_handler(h() if isinstance(h, type) else h)
    return opener


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    handler_order = 1000

    def http_response(self, request, response):
        if not 200 <= response.code < 300:
            response = self.parent.error('http', request, response, response.code, response.msg, response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    max_repeats = 4
    max_redirections = 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD') or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {k: v for k, v in req.headers.items() if k.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), method='HEAD' if method == 'HEAD' else 'GET', headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        newurl = headers.get('location') or headers.get('uri')
        if newurl is None:
            return
        parts = urlparse(newurl)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(newurl, code, "%s - Redirection to url '%s' is not allowed" % (msg, newurl), headers, fp)
        if not parts.path and parts.netloc:
            newurl = parts._replace(path='/').geturl()
        newurl = urljoin(req.full_url, quote(newurl, encoding='iso-8859-1', safe="%/:=&?~#+!$,;'@()*[]|"))
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return
        visited = new.redirect_dict = getattr(req, 'redirect_dict', None) or {}
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        req.redirect_dict = visited
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        self.proxies = proxies
        for scheme, url in proxies.items():
            setattr(self, scheme.lower() + '_open',
                    lambda r, proxy=url, scheme=scheme.lower(): self.proxy_open(r, proxy, scheme))

    def proxy_open(self, req, proxy, type):
        if req.host and proxy_bypass(req.host):
            return None
        parts = urlsplit(proxy if '://' in proxy else 'http://' + proxy)
        if parts.username and parts.password:
            who = f'{unquote(parts.username)}:{unquote(parts.password)}'
            req.add_header('Proxy-authorization', 'Basic ' + base64.b64encode(who.encode()).decode('ascii'))
        original = req.type
        req.set_proxy(unquote(parts.netloc.rpartition('@')[2]), parts.scheme or original)
        if original in (parts.scheme, 'https'):
            return None
        return self.parent.open(req, timeout=req.timeout)


def getproxies_environment():
    proxies = {}
    for lower in False, True:
        for name, value in os.environ.items():
            if name.lower().endswith('_proxy') and (not lower or name.endswith('_proxy')):
                scheme = name[:-6].lower()
                if value:
                    proxies[scheme] = value
                elif lower:
                    proxies.pop(scheme, None)
    if 'REQUEST_METHOD' in os.environ:
        proxies.pop('http', None)
    return proxies


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    no_proxy = (proxies or getproxies_environment()).get('no')
    if not no_proxy:
        return False
    if no_proxy == '*':
        return True
    host = host.lower()
    bare = re.sub(r':\d+$', '', host)
    for name in no_proxy.split(','):
        name = name.strip().lstrip('.').lower()
        if name and any(h == name or h.endswith('.' + name) for h in (bare, host)):
            return True
    return False


proxy_bypass = proxy_bypass_environment


class HTTPPasswordMgr:
    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        for u in [uri] if isinstance(uri, str) else uri:
            self.passwd.setdefault(realm, {})[self._reduce(u)] = user, passwd

    def _reduce(self, uri):
        parts = urlsplit(uri)
        if parts.scheme:
            return parts.netloc.lower(), parts.path or '/'
        return uri.partition('/')[0].lower(), '/' + uri.partition('/')[2]

    def find_user_password(self, realm, authuri):
        host, path = self._reduce(authuri)
        for (h, p), entry in self.passwd.get(realm, {}).items():
            if h == host and (path == p or path.startswith(p if p.endswith('/') else p + '/')):
                return entry
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    def find_user_password(self, realm, authuri):
        found = super().find_user_password(realm, authuri)
        return found if found[0] is not None else super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        for u in [uri] if isinstance(uri, str) else uri:
            self.authenticated[self._reduce(u)] = is_authenticated

    def is_authenticated(self, authuri):
        host, path = self._reduce(authuri)
        return any(v for (h, p), v in self.authenticated.items() if h == host and path.startswith(p))


class AbstractBasicAuthHandler:
    def __init__(self, password_mgr=None):
        self.passwd = password_mgr or HTTPPasswordMgr()
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        for header in headers.get_all(authreq) or ():
            m = re.match(r'\s*basic\s.*?realm="([^"]*)"', header, re.IGNORECASE)
            if m:
                return self.retry_http_basic_auth(host, req, m.group(1))

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        auth = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header(self.auth_header) == auth:
            return None
        req.add_unredirected_header(self.auth_header, auth)
        return self.parent.open(req, timeout=req.timeout)


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.full_url, req, headers)


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        import http.cookiejar
        self.cookiejar = cookiejar if cookiejar is not None else http.cookiejar.CookieJar()

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=None):
        self._debuglevel = debuglevel or 0

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        host = request.host
        if not host:
            raise URLError('no host given')
        if request.data is not None:
            data = request.data
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                length = http.client._body_length(data, request.get_method())
                if length is None:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
                else:
                    request.add_unredirected_header('Content-length', str(length))
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', urlsplit(request.selector).netloc if request.has_proxy() else host)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    def do_open(self, http_class, req, **args):
        host = req.host
        if not host:
            raise URLError('no host given')
        h = http_class(host, timeout=req.timeout, **args)
        h.set_debuglevel(self._debuglevel)
        headers = {**req.unredirected_hdrs, **{k: v for k, v in req.headers.items() if k not in req.unredirected_hdrs}}
        headers['Connection'] = 'close'
        headers = {name.title(): val for name, val in headers.items()}
        if req._tunnel_host:
            own = {}
            if 'Proxy-Authorization' in headers:
                own['Proxy-Authorization'] = headers.pop('Proxy-Authorization')
            h.set_tunnel(req._tunnel_host, headers=own)
        try:
            try:
                h.request(req.get_method(), req.selector, req.data, headers, encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as err:
                raise URLError(err)
            r = h.getresponse()
        except BaseException:
            h.close()
            raise
        # The answer reads from a file of its own.
        sock, h.sock = h.sock, None
        if sock:
            sock.close()
        r.url, r.msg = req.get_full_url(), r.reason
        return r


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context = context

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)


class FileHandler(BaseHandler):
    def file_open(self, req):
        if req.host and req.host not in ('localhost', '127.0.0.1'):
            raise URLError('file:// scheme is supported only on localhost')
        return self.open_local_file(req)

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        name = url2pathname(req.selector)
        try:
            stats = os.stat(name)
            headers = email.message_from_string('Content-type: %s\nContent-length: %d\nLast-modified: %s\n' % (
                mimetypes.guess_type(name)[0] or 'text/plain', stats.st_size, email.utils.formatdate(stats.st_mtime, usegmt=True)))
            return addinfourl(open(name, 'rb'), headers, 'file://' + (req.host or '') + req.selector)
        except OSError as exp:
            raise URLError(exp)


class DataHandler(BaseHandler):
    def data_open(self, req):
        kind, comma, data = req.full_url.partition(':')[2].partition(',')
        if not comma:
            raise ValueError('data error: no comma in URL')
        data = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            data, kind = base64.decodebytes(data), kind[:-7]
        headers = email.message_from_string('Content-type: %s\nContent-length: %d\n' % (kind or 'text/plain;charset=US-ASCII', len(data)))
        return addinfourl(io.BytesIO(data), headers, req.full_url)


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)
