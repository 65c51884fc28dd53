# argparse: help, usage, errors, actions.
import argparse, sys
def run(p, args):
    print("---", args)
    try: print(p.parse_args(args))
    except SystemExit as e: print("exit", e.code)
    except argparse.ArgumentError as e: print("AE", e)
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog="tool", description="A tool that does things, with a long description which must wrap over more than one line of text.", epilog="The end.")
p.add_argument("src", help="source file"); p.add_argument("dst", nargs="?", default="out", help="destination (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0, help="more output"); p.add_argument("-n", "--num", type=int, metavar="N", help="a number"); p.add_argument("--choice", choices=["a", "b", "c"], default="a"); p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="flag help"); p.add_argument("-D", dest="defs", action="append", metavar="K=V"); p.add_argument("--version", action="version", version="%(prog)s 1.0"); p.add_argument("--const", action="store_const", const=42); p.add_argument("--list", nargs="+", type=float); p.add_argument("--pair", nargs=2, metavar=("A", "B")); p.add_argument("--hidden", help=argparse.SUPPRESS); p.add_argument("--a-very-long-option-name-indeed", help="help for the long one that should go onto its own line and wrap around")
g = p.add_argument_group("group", "group description"); g.add_argument("--in-group", action="store_true"); m = p.add_mutually_exclusive_group(); m.add_argument("--x", action="store_true"); m.add_argument("--y", action="store_false")
for a in [["f"], ["f", "g", "-vvv", "-n", "5"], ["-h"], [], ["f", "-n", "x"], ["f", "--choice", "z"], ["f", "--no-flag"], ["f", "-D", "a=1", "-Db=2"], ["--version"], ["f", "--const", "--list", "1", "2"], ["f", "--list"], ["f", "--pair", "1"], ["f", "--x", "--y"], ["f", "--unknown"], ["f", "g", "h"], ["f", "--ver"], ["f", "--verb"], ["f", "--num=7"], ["f", "-n7"], ["f", "--num"], ["f", "--", "-x"], ["f", "-vn3"], ["f", "--a-very", "q"], ["f", "--in"]]: run(p, a)
print(p.format_usage()); print(p)
q = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter); sub = q.add_subparsers(dest="cmd", required=True, title="commands", description="what to do", help="sub help", metavar="CMD"); a1 = sub.add_parser("add", help="add files", aliases=["a"]); a1.add_argument("files", nargs="*", default=["x"], help="files"); a1.add_argument("-f", "--force", action="store_true", help="force it"); a2 = sub.add_parser("commit", description="Commit it"); a2.add_argument("-m", "--message", required=True, help="text")
for a in [["add", "1", "2"], ["a"], ["commit"], ["commit", "-m", "x"], [], ["nope"], ["-h"], ["add", "-h"], ["commit", "-h"], ["add", "-z"]]: run(q, a)
r = argparse.ArgumentParser(prog="r", add_help=False, prefix_chars="+-", argument_default=argparse.SUPPRESS, allow_abbrev=False, exit_on_error=False); r.add_argument("+x"); r.add_argument("--long"); r.add_argument("-t", type=lambda s: 1/0 if s == "0" else s); r.add_argument("-u", type=argparse.FileType("r"))
for a in [["+x", "1"], ["--lo", "1"], [], ["-t", "a"], ["-u", "/nonexistent"]]: run(r, a)
s = argparse.ArgumentParser(prog="s", usage="%(prog)s [options] stuff", formatter_class=argparse.RawDescriptionHelpFormatter, description="Raw\n  text\n    here"); s.add_argument("rest", nargs=argparse.REMAINDER); run(s, ["a", "-b", "c"]); run(s, ["-h"])
print(p.parse_known_args(["f", "--zzz", "1"])); ns = argparse.Namespace(a=1); print(ns, ns == argparse.Namespace(a=1), "a" in ns, vars(ns))
for bad in [lambda: p.add_argument("--num"), lambda: p.add_argument("x", "y"), lambda: p.add_argument("-q", action="nope"), lambda: p.add_argument("-q", nargs=0), lambda: p.add_argument("-q", type=5), lambda: p.add_argument("pos", required=True), lambda: p.add_argument("-q", metavar=("a", "b")), lambda: p.add_argument("-q", foo=1), lambda: p.add_argument(), lambda: m.add_argument("pos")]:
    try: bad(); print("ok")
    except Exception as e: print(type(e).__name__, e)
def even(s):
    if int(s) % 2: raise argparse.ArgumentTypeError(f"{s} is odd")
    return int(s)
u = argparse.ArgumentParser(prog="u", fromfile_prefix_chars="@"); u.add_argument("e", type=even, nargs="+"); run(u, ["2", "4"]); run(u, ["3"]); run(u, ["x"]); run(u, ["@/nonexistent"])
class Act(argparse.Action):
    def __call__(self, parser, ns, values, opt=None): print("action", values, opt); setattr(ns, self.dest, values)
w = argparse.ArgumentParser(prog="w", parents=[argparse.ArgumentParser(add_help=False)]); w.add_argument("--act", action=Act); w.add_argument("--ext", action="extend", nargs="+"); w.set_defaults(zz=1); run(w, ["--act", "5", "--ext", "1", "2", "--ext", "3"]); print(w.get_default("zz")); print(Act(["-z"], "z"))
try: w.error("my message")
except SystemExit as e: print(e.code)
try: w.exit(3, "bye\n")
except SystemExit as e: print(e.code)
