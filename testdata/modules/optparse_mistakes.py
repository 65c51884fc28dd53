# Options that are declared or given wrongly.
from optparse import Option, OptionGroup, OptionParser


def t(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def seen(option, opt, value, parser, *args, **kw):
    print('seen', opt, value, args, kw)


t(Option, '-debug')
t(Option, '-d', '-debug')
t(Option, '-')
t(Option, '--')
t(Option, '-b', action='callback', callback=seen, callback_args='foo')
t(Option, '-b', action='callback', callback=seen, callback_kwargs='foo')
t(Option, '-b', action='store', callback_args=())
t(Option, '-b', action='store', callback_kwargs={})
t(Option, '-b', callback=3)
t(Option, '-b', action='callback', callback=3)
p = OptionParser(prog='prog')
t(p.add_option_group, None)
t(p.add_option_group, None, None)
t(p.add_option_group, OptionGroup(OptionParser(), 'x'))
p.add_option('-n', '--number', type='int')
p.add_option('--nothing', action='store_true')
p.add_option('--call', action='callback', callback=seen, callback_args=(1,), callback_kwargs={'k': 2}, type='string')
for args in (['-n', '0x10'], ['-n', '010'], ['--numb=0b11'], ['-n0b'], ['--call=x'], ['-n', '0xfoo'], ['--n'], ['--none'], ['-z'], ['--nothing=1'], ['-n']):
    try:
        print(args, vars(p.parse_args(args)[0]))
    except SystemExit as e:
        print(args, 'exit', e.code)
