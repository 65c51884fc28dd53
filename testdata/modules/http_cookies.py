from http import cookies
c = cookies.SimpleCookie(); c['a'] = 'b'; c['sp'] = 'x y;"z'; c['a']['path'] = '/'; c['a']['max-age'] = 10; c['a']['httponly'] = True; c['n'] = 5
print(c); print(repr(c), c['a'].value, c['sp'].coded_value, c['a'].OutputString(), c.output(header='', sep='|'))
d = cookies.SimpleCookie('x=1; y="a b\\054c"; z=; Path=/p; Secure; expires=Wed, 09 Jun 2021 10:18:14 GMT'); print(sorted((k, v.value, v['path'], v['secure'], v['expires']) for k, v in d.items()))
for bad in ('path', 'a b'):
    try: c[bad] = 1
    except cookies.CookieError as e: print(e)
try: c['a']['nope'] = 1
except cookies.CookieError as e: print(e)
m = cookies.Morsel(); m.set('k', 'v', 'v'); print(m, repr(m), m == m.copy(), m.isReservedKey('Path'), c.js_output()[:30])
c.load({'q': 'w'}); print(c['q'].value, len(c), 'q' in c)
