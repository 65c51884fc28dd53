# argparse: which positional takes what between options.
import argparse, sys
sys.stderr = sys.stdout
def mk(*specs):
    p = argparse.ArgumentParser(prog="p")
    for a, k in specs: p.add_argument(*a, **k)
    return p
def run(p, s):
    try: print(s, p.parse_known_args(s.split()))
    except SystemExit as e: print(s, "exit", e.code)
    except Exception as e: print(s, type(e), e)
v = (["-v"], {"action": "store_true"}); n = (["-n"], {}); 
P = [mk(v, n, (["a"], {}), (["b"], {"nargs": "?", "default": "D"})), mk(v, n, (["a"], {"nargs": "*"})), mk(v, n, (["a"], {"nargs": "?"}), (["b"], {"nargs": "?"})), mk(v, n, (["a"], {}), (["b"], {"nargs": "*"}), (["c"], {})), mk(v, n, (["a"], {"nargs": 2}), (["b"], {"nargs": "..."})), mk(v, n, (["a"], {"nargs": "+"}), (["b"], {}))]
for p in P:
    for s in ["", "1", "1 2", "1 2 3", "-v 1 2", "1 -v 2", "1 2 -v", "-n 5 1", "1 -n 5 2", "1 -n 5 2 -v 3", "-- 1 -v", "1 -- -v", "-n -- 1", "1 -- 2 -- 3", "-x 1", "1 -x 2", "-1 2", "1 -5", "-n -5", "-vn5", "-nv", "-vx", "--v", "-n=5"]: run(p, s)
