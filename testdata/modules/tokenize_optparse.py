import tokenize, io, token, optparse, sys, contextlib
src = '''# comment
import os  # trailing

def f(a, *, b=1.5e3):
    """doc
    string"""
    if a:
        x = [1,
             2]  # two

    return f"{a!r:>{b}} and {{}} {x['k']=}" + 'y' \\
        + rb"\\x"
class A: pass
async def g(): await h() ; y = 0xFF_FF + 1_000j // 3 ** 2 != 4
x: int = ... ; s = """a
b""" ; t = a if b else c -> d := e
'''
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(t, token.tok_name[t.exact_type])
toks = list(tokenize.tokenize(io.BytesIO(src.encode()).readline)); print(toks[0], len(toks))
print(tokenize.untokenize(toks).decode() == src, tokenize.detect_encoding(io.BytesIO(b'# -*- coding: latin-1 -*-\n').readline))
print(tokenize.untokenize([(1, 'x'), (54, '='), (2, '3'), (4, '\n')]))
for t in tokenize.generate_tokens(io.StringIO('x = 1').readline): print(t)
for bad in ('(1,', "'abc", '"""x', 'if 1:\n    a\n  b\n'):
    try: list(tokenize.generate_tokens(io.StringIO(bad).readline)); print('ok', bad)
    except (tokenize.TokenError, SyntaxError) as e: print(type(e).__name__, e.args[0] if 'Token' not in type(e).__name__ else e.args[0].split('(')[0])
sys.argv = ['prog']
p = optparse.OptionParser(usage='%prog [options] FILE', version='%prog 1.0', description='A description that is long enough to be wrapped over more than one line of the terminal.', epilog='The end.')
p.add_option('-v', '--verbose', action='store_true', default=False, help='be verbose')
p.add_option('-n', '--num', type='int', default=3, metavar='N', help='a number [default: %default]')
p.add_option('-f', dest='files', action='append', help='files'); p.add_option('-q', action='count'); p.add_option('--mode', choices=['a', 'b'], help='the mode with quite a long help text that has to be wrapped')
g = optparse.OptionGroup(p, 'Group', 'group description'); g.add_option('--pair', nargs=2, type='float'); p.add_option_group(g)
print(p.parse_args(['-v', '--num=5', '-fa', '-f', 'b', 'x', '-qq', '--mode', 'a', '--pair', '1', '2.5', 'y', '--', '-z']))
print(p.parse_args([])[0]); p.print_help()
for bad in (['--nope'], ['-n', 'x'], ['--mode', 'c'], ['-n'], ['--v'], ['--verbose=1']):
    with contextlib.redirect_stderr(io.StringIO()) as err:
        try: print(p.parse_args(bad))
        except SystemExit as e: print(e.code)
    print(err.getvalue())
try: p.add_option('-v')
except optparse.OptionConflictError as e: print(e)
try: p.parse_args(['--version'])
except SystemExit as e: print(e.code)
