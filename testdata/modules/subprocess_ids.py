# Users, groups and masks of child processes that cannot be.
import subprocess
for kw in ({'user': 2**64}, {'user': 2**32}, {'group': 2**64}, {'extra_groups': [2**64]}, {'extra_groups': [-1]}, {'user': 1.5}, {'group': 'nosuchgroupx'}, {'user': 'nosuchuserx'}, {'umask': 2**40}):
    try: p = subprocess.run(['true'], **kw); print(kw, p.returncode)
    except Exception as e: print(kw, type(e).__name__, e)
import os
for f in (os.setuid, os.setgid, os.seteuid):
    for x in (2**64, 2**63, 2**32, -2, -2**70, 1.5, 'a'):
        try: f(x)
        except Exception as e: print(f.__name__, x, type(e).__name__, e)
