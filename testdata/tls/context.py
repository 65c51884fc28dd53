# SSLContext: defaults, what it loads, what it refuses.
import ssl

CERT = 'certs/server.pem'


def show(label, function, *args, **kw):
    try:
        print(label, function(*args, **kw))
    except Exception as exc:
        print(label, repr(exc), '|', exc)


def put(name):
    return lambda value: setattr(context, name, value)


for protocol in ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER:
    context = ssl.SSLContext(protocol)
    print(repr(context.protocol), repr(context.options), repr(context.verify_mode), repr(context.verify_flags),
          context.check_hostname, repr(context.minimum_version), repr(context.maximum_version), context.num_tickets)
context = ssl.create_default_context(cafile='certs/ca.pem')
print(repr(context.verify_flags), context.cert_store_stats(), context.get_ca_certs())
print(len(context.get_ca_certs(True)[0]) > 300)
context = ssl._create_unverified_context()
print(context.check_hostname, context.verify_mode)

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
show('mode', put('verify_mode'), ssl.CERT_NONE)
show('mode', put('verify_mode'), 7)
show('mode', put('verify_mode'), 'x')
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
context.check_hostname = True
print(repr(context.verify_mode))
context.minimum_version = ssl.TLSVersion.TLSv1_3
print(context.minimum_version)
show('version', put('minimum_version'), 5)
show('options', put('options'), -1)
context.options |= ssl.OP_NO_TICKET
print(ssl.OP_NO_TICKET in context.options)

show('no file', context.load_cert_chain, 'certs/nothing.pem')
show('no key', context.load_cert_chain, 'certs/ca.pem')
show('no name', context.load_cert_chain, None)
show('mismatch', context.load_cert_chain, CERT, 'certs/other.pem')
show('fine', context.load_cert_chain, CERT, CERT)
show('no file', context.load_verify_locations, 'certs/nothing.pem')
show('nothing', context.load_verify_locations)
show('no cert', context.load_verify_locations, 'context.py')
show('text', context.load_verify_locations, cadata='nonsense')
show('bytes', context.load_verify_locations, cadata=b'nonsense')
show('empty', context.load_verify_locations, cadata='')
show('type', context.load_verify_locations, cadata=5)
with open('certs/ca.pem') as file:
    text = file.read()
show('pem', context.load_verify_locations, cadata=text)
show('der', context.load_verify_locations, cadata=ssl.PEM_cert_to_DER_cert(text))
print(context.cert_store_stats())
print(ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(text)) == text)
show('pem', ssl.PEM_cert_to_DER_cert, 'nonsense')
show('ciphers', context.set_ciphers, 'nonsense')
context.set_ciphers('ECDHE-RSA-AES128-GCM-SHA256')
print([c['name'] for c in context.get_ciphers()])
show('alpn', context.set_alpn_protocols, [''])
show('sni', put('sni_callback'), print)
show('protocol', ssl.SSLContext, 99)
show('purpose', ssl.create_default_context, 'x')

print(ssl.Purpose.SERVER_AUTH, ssl.Purpose.SERVER_AUTH.value, ssl.CERT_REQUIRED, repr(ssl.TLSVersion.TLSv1_2))
print(ssl.SSLError.__mro__, ssl.SSLCertVerificationError.__mro__[1:4], ssl.CertificateError)
print(ssl.SSLError(1, 'text'), repr(ssl.SSLError('text')), ssl.SSLError('text'), ssl.SSLWantReadError.__module__)
print(repr(ssl.AlertDescription(48)), repr(ssl.OP_ALL), repr(ssl.SSL_ERROR_EOF), ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_TLSv1_3)
print(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'), ssl.get_protocol_name(ssl.PROTOCOL_TLS_CLIENT), len(ssl.RAND_bytes(7)))
