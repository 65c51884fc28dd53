# The .netrc reader and the commands of base64 and json.
import netrc
import os
import subprocess
import sys
import tempfile

os.chdir(tempfile.mkdtemp())


def t(text):
    with open('n', 'w') as f:
        f.write(text)
    try:
        n = netrc.netrc('n')
        print(n.hosts, n.macros, n.authenticators('a.example'), n.authenticators('none'))
        print(repr(n))
    except netrc.NetrcParseError as e:
        print(type(e).__name__, e, e.lineno, e.filename)


t('machine a.example login me password "two words" account x\ndefault login anonymous password you@example\n')
t('# note\nmachine a.example user \\"me # no\npassword p#q # rest\n')
t('macdef init\n\tcd /pub\n\tls\n\nmachine b login x password y\n')
t('macdef open\nls')
t('machine a.example spam x')
t('spam')
t('machine')
t('')
for command, text in ((['base64'], b'hello \xff' * 20), (['base64', '-d'], b'aGVsbG8='), (['base64', '-x'], b''),
                      (['json.tool', '--tab', '--sort-keys'], b'{"b": [1, "\xc3\xa9"], "a": {}}'), (['json.tool', '--no-indent'], b'[1, {"a": 2}]'),
                      (['json.tool', '--compact', '--no-ensure-ascii'], b'[1, "\xc3\xa9"]'), (['json.tool', '--json-lines', '--indent=1'], b'[1]\n{"a":2}'),
                      (['json.tool'], b'{'), (['json.tool', '--tab', '--compact'], b'1')):
    done = subprocess.run([sys.executable, '-m', *command], input=text, capture_output=True)
    print(command, done.returncode, done.stdout, done.stderr.splitlines()[:1] if 'x' not in str(command) else done.stderr.splitlines()[0])
