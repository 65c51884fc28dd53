# What argparse refuses, nested groups, intermixed arguments.
import warnings
warnings.simplefilter("ignore")
import argparse, sys
def t(f):
    try: print(repr(f()))
    except SystemExit as e: print('exit', e.code)
    except Exception as e: print(type(e).__name__, e)
p=argparse.ArgumentParser(prog='P', exit_on_error=False)
s=p.add_subparsers(dest='c', title='cmds'); 
t(lambda: p.add_subparsers())
a=s.add_parser('one', aliases=['1'], help='first'); 
t(lambda: s.add_parser('one')); t(lambda: s.add_parser('x', aliases=['1']))
pass
t(lambda: p.add_argument('--f', type=argparse.FileType))
t(lambda: p.add_argument('--g', action=1)); t(lambda: p.add_argument('--g2', action='nope'));
t(lambda: p.add_argument('a','b')); t(lambda: p.add_argument('foo', dest='bar')); t(lambda: p.add_argument('-f', dest='x', type='int'))
t(lambda: p.add_argument('x', required=True)); t(lambda: p.add_argument()); t(lambda: p.add_argument('--z', nargs='?', const=1, default=2, choices=[1,2], type=int))
t(lambda: p.add_argument('y', nargs=0)); t(lambda: p.add_argument('--y', nargs=0)); t(lambda: p.add_argument('--', dest='q')); t(lambda: p.add_argument('---')); t(lambda: p.add_argument('--w', metavar=('a','b')))
t(lambda: p.parse_args(['--z','3'])); t(lambda: p.parse_args(['two'])); t(lambda: p.parse_args(['--nope','one']))
t(lambda: p.add_argument('--z'));t(lambda: p.add_argument('--b', action=argparse.BooleanOptionalAction, type=int));
q=argparse.ArgumentParser(prog='PROG')
g=q.add_mutually_exclusive_group(required=True); g.add_argument('-a'); h=g.add_mutually_exclusive_group(); h.add_argument('-b'); h.add_argument('-c')
q.print_usage(); q.print_help()
r=argparse.ArgumentParser(prog="R")
i=argparse.ArgumentParser(prog='I'); i.add_argument('--foo',action='store_true'); i.add_argument('cmd'); i.add_argument('rest',nargs='*',type=int)
t(lambda: i.parse_intermixed_args('doit 1 --foo 2 3'.split())); t(lambda: i.parse_known_intermixed_args('doit 1 --foo 2 3 --x'.split()))
i=argparse.ArgumentParser(prog='I'); gg=i.add_mutually_exclusive_group(required=True); gg.add_argument('--foo',action='store_true'); gg.add_argument('--spam'); i.add_argument('badger',nargs='*',default='X')
t(lambda: i.parse_intermixed_args('--foo 1 2'.split())); t(lambda: i.parse_intermixed_args('1 --foo 2'.split())); t(lambda: i.parse_intermixed_args('1 2'.split()))
i.add_argument('r', nargs=argparse.REMAINDER); t(lambda: i.parse_intermixed_args(['1']))
x=argparse.ArgumentParser(prog='X', exit_on_error=False); x.add_argument('req'); x.add_argument('-o', required=True)
t(lambda: x.parse_args([])); t(lambda: x.parse_intermixed_args(['-o','1']))
