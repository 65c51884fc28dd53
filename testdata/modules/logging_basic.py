import logging, sys, io
log = logging.getLogger("app")
print(log.name, log.level, log.getEffectiveLevel(), log.parent.name, logging.getLogger("app") is log, logging.getLogger("app.sub").parent is log, log.handlers, log.propagate, logging.root.name)
log.warning("no handlers: %s", "goes to stderr")
log.info("invisible")
buf = io.StringIO()
h = logging.StreamHandler(buf)
h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s"))
log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def f(): log.debug("x=%d y=%r", 5, "q")
f()
log.info("plain"); log.error("err %s %s", 1, 2); log.critical("crit"); log.log(25, "custom level"); log.warning("dict %(a)s", {"a": 1})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
print(buf.getvalue())
buf.truncate(0); buf.seek(0)
h.setLevel(logging.ERROR); log.warning("filtered by handler"); log.error("passes")
class Flt(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
h.addFilter(Flt()); log.error("secret stuff"); log.error("open stuff")
log.disabled = True; log.error("disabled"); log.disabled = False
logging.disable(logging.CRITICAL); log.critical("globally off"); logging.disable(logging.NOTSET)
child = logging.getLogger("app.child")
child.error("propagates")
print(buf.getvalue(), child.isEnabledFor(logging.DEBUG), log.hasHandlers(), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(33), logging.INFO)
logging.addLevelName(25, "NOTICE")
fm = logging.Formatter("{levelname:<8}|{message}", style="{")
h2 = logging.StreamHandler(sys.stdout); h2.setFormatter(fm)
l2 = logging.getLogger("two"); l2.addHandler(h2); l2.propagate = False; l2.setLevel("INFO")
l2.log(25, "noticed"); l2.info("braces %s", "ok"); l2.debug("no")
h2.setFormatter(logging.Formatter("$levelname - $message", style="$")); l2.warning("dollar")
ad = logging.LoggerAdapter(l2, {"user": "bob"})
h2.setFormatter(logging.Formatter("%(user)s %(message)s")); ad.warning("adapted")
l2.removeHandler(h2)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s %(message)s", force=True)
logging.info("root info"); logging.debug("no"); logging.warning("root warn")
logging.getLogger("x.y").info("via root")
r = logging.LogRecord("n", 20, "p", 1, "m %s", ("a",), None)
print(r.getMessage(), r.levelname, repr(r), logging.getLogger("app"), h, logging.makeLogRecord({"msg": "z"}).getMessage())
for e in ("log.setLevel('BOGUS')", "log.setLevel([])", "logging.getLogger(5)", "logging.Formatter('%(x)', style='?')", "logging.getLevelName('nope')", "logging.basicConfig(bogus=1)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

