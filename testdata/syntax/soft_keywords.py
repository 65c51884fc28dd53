match = 1
case = 2
type = 3
_ = 4
print(match, case, type, _)
match (match):
    case 1: print("matched one")
match = {"a": 1}
match["a"] = 2
print(match, match["a"])
match = 10
match -= 4
print(match -1, match * 2)
def case(x): return x
print(case(5))
match case(5):
    case 5 if match == 6:
        print("guarded")
class Q:
    match = "attr"
    type = "T"
    def case(self): return self.match
print(Q().match, Q().case(), Q.type)
match Q:
    case type: print("captured", type.__name__)
match = lambda *a: a
print(match(1, 2), match (3))
match [1, 2]:
    case [case, _]: print(case)
match 1, 2:
    case (a, b): print(a, b)
match *[1, 2], 3:
    case [*xs]: print(xs)
match -1:
    case -1: print("neg")
match {"k": 1}:
    case {"k": v}: print(v)
type = int
type X = type
print(X.__value__)
print(_)
