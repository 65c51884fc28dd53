import sched, time, code, codeop, cmd, filecmp, fileinput, shelve, dbm, io, os, sys, tempfile, contextlib
clock = [0.0]
s = sched.scheduler(lambda: clock[0], lambda d: clock.__setitem__(0, clock[0] + d))
out = []
e1 = s.enter(5, 1, out.append, ('five',)); s.enter(1, 2, out.append, ('one-b',)); s.enter(1, 1, out.append, ('one-a',)); e = s.enter(3, 1, out.append, ('never',))
s.cancel(e); print(len(s.queue), s.queue[0].priority, s.run(blocking=False), s.empty()); s.run(); print(out, clock, s.empty(), e1._fields)
try: s.cancel(e)
except ValueError as x: print(type(x))
for src in ('x = 1', 'if x:', 'x = (', 'def f():\n  pass', 'def f():\n  pass\n', '1 +', 'x y', '', '# c', 'a\nb'):
    try: print(repr(src), type(codeop.compile_command(src)).__name__)
    except SyntaxError as x: print(repr(src), x.msg)
print(type(codeop.compile_command('a=1\nb=2\n', symbol='exec')).__name__)
c = code.InteractiveConsole({'x': 41})
with contextlib.redirect_stderr(io.StringIO()) as err:
    for line in ('x + 1', 'for i in range(2):', '    print(i)', '', '1/0', 'y = )', 'x = 5', 'import asyncio'): print(c.push(line), end=' ')
print(c.locals['x']); print(err.getvalue())
i = code.InteractiveInterpreter(); print(i.runsource('z = 3'), i.locals['z'], i.runsource('if 1:'))
lines = iter(['a = 2', 'a * 3', 'exit_now'])
def rd(prompt):
    try: return next(lines)
    except StopIteration: raise EOFError
with contextlib.redirect_stderr(io.StringIO()) as err: code.interact('BANNER', rd, {}, 'bye')
print(err.getvalue())
class C(cmd.Cmd):
    prompt = '> '
    def do_greet(self, arg):
        """greet NAME"""
        print('hello', arg or 'you')
    def do_quit(self, arg): return True
    def do_nodoc(self, arg): print('nodoc')
    def help_topic(self): print('the topic')
    def do_EOF(self, arg): return True
sh = C(stdin=io.StringIO('greet bob\nhelp\nhelp greet\nhelp topic\nhelp nodoc\n\n?greet\nbad cmd\n!ls\nquit\n'), stdout=sys.stdout); sh.use_rawinput = False
sh.cmdloop('Welcome'); sh.onecmd('greet'); print(sh.completenames('g'), sh.parseline('foo bar baz'))
sh.columnize(['a%d' % i for i in range(30)], 40)
d = tempfile.mkdtemp(); os.chdir(d)
for n, t in (('a', 'x\ny\n'), ('b', 'x\ny\n'), ('c', 'z\n')): open(n, 'w').write(t)
print(filecmp.cmp('a', 'b', shallow=False), filecmp.cmp('a', 'c'))
os.makedirs('l/sub'); os.makedirs('r/sub'); open('l/1', 'w').write('1'); open('r/1', 'w').write('1'); open('l/2', 'w').write('2'); open('r/3', 'w').write('3'); open('l/d','w').write('a'); open('r/d','w').write('bb')
dc = filecmp.dircmp('l', 'r'); dc.report(); print(dc.left_only, dc.common, dc.subdirs.keys())
with fileinput.input(['a', 'c']) as f:
    for line in f: print(f.filename(), f.lineno(), f.filelineno(), f.isfirstline(), line.strip())
with fileinput.FileInput('a', inplace=True) as f:
    for line in f: print(line.upper(), end='')
print(open('a').read())
import dbm.dumb
with dbm.dumb.open('db', 'c') as db:
    db['k'] = 'v'; db[b'l'] = b'long' * 300; db['k'] = 'new'; print(db['k'], len(db), 'k' in db, db.get('nope'), sorted(db.keys())); del db['l']
print(dbm.whichdb('db'), dbm.dumb.open('db', 'r')['k'])
with shelve.Shelf(dbm.dumb.open('shelf'), writeback=True) as sh:
    sh['a'] = [1, 2]; sh['a'].append(3); sh['b'] = {'x': (1, 2)}
sh = shelve.Shelf(dbm.dumb.open('shelf')); print(sh['a'], dict(sh), len(sh)); sh.close()
try: sh['a']
except ValueError as x: print(x)
