from collections import defaultdict
class EventBus:
    def __init__(self): self._subs = defaultdict(list)
    def on(self, name, *, priority=0):
        def deco(fn):
            self._subs[name].append((priority, len(self._subs[name]), fn))
            self._subs[name].sort(key=lambda t: (-t[0], t[1]))
            return fn
        return deco
    def emit(self, name, *args, **kw):
        results, errors = [], []
        for _, _, fn in self._subs.get(name, ()):
            try:
                results.append(fn(*args, **kw))
            except Exception as e:
                e.add_note(f"while handling {name!r} in {fn.__name__}")
                errors.append(e)
        if errors: raise ExceptionGroup(f"{name} handlers failed", errors)
        return results
bus = EventBus()
@bus.on("greet")
def low(name): return f"low {name}"
@bus.on("greet", priority=10)
def high(name): return f"high {name}"
@bus.on("fail")
def broken(x): return x / 0
@bus.on("fail")
def broken2(x): return x["key"]
@bus.on("fail")
def works(x): return x
print(bus.emit("greet", "bob"), bus.emit("nobody"))
try:
    bus.emit("fail", 5)
except* ZeroDivisionError as eg:
    for e in eg.exceptions: print("zero", e, e.__notes__)
except* TypeError as eg:
    for e in eg.exceptions: print("type", e, e.__notes__)
class Observable:
    def __init__(self, **kw):
        object.__setattr__(self, "_watch", [])
        self.__dict__.update(kw)
    def __setattr__(self, k, v):
        old = getattr(self, k, None)
        super().__setattr__(k, v)
        for w in self._watch: w(k, old, v)
log = []
o = Observable(x=1)
o._watch.append(lambda *a: log.append(a))
o.x = 2; o.y = "new"; o.x += 5
print(log)
class State:
    transitions = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}
    def __init__(self): self.state = "idle"
    def __getattr__(self, action):
        def go():
            try:
                self.state = self.transitions[self.state, action]
            except KeyError:
                raise RuntimeError(f"cannot {action} while {self.state}") from None
            return self
        return go
s = State()
print(s.start().pause().start().stop().state)
try:
    s.pause()
except RuntimeError as e:
    print(e)
undo = []
def do(f, g): f(); undo.append(g)
items = []
do(lambda: items.append(1), lambda: items.pop())
do(lambda: items.append(2), lambda: items.pop())
print(items); undo.pop()(); print(items)

