import resource, pwd, grp, os, faulthandler, io, tempfile
u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_maxrss > 1000, len(u), u.ru_utime >= 0, type(u), type(u).__name__, resource.RLIM_INFINITY)
s, h = resource.getrlimit(resource.RLIMIT_NOFILE)
for f in (lambda: resource.getrlimit(999), lambda: resource.getrusage(77), lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5, 1))):
    try: f()
    except ValueError as e: print(e)
p = pwd.getpwuid(0); print(p.pw_name, p.pw_dir == p[5], p, pwd.getpwnam('root') == p, grp.getgrgid(0).gr_name, grp.getgrnam('root').gr_gid)
for f in (lambda: pwd.getpwnam('no such'), lambda: pwd.getpwuid(123456), lambda: grp.getgrnam('no such')):
    try: f()
    except KeyError as e: print(e)
def f():
    with tempfile.TemporaryFile('w+') as t:
        faulthandler.dump_traceback(t, all_threads=False); t.seek(0); print(t.read().replace(os.getcwd() + '/', ''))
f(); faulthandler.enable(); print(faulthandler.is_enabled()); faulthandler.disable()
print(os.path.expanduser('~root') == p.pw_dir)
