# except* cases
def f(n):
    for i in range(2):
        try:
            try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
            except* ValueError as e:
                if n == 0: raise
                if n == 1: raise e
                if n == 2: raise KeyError('k')
                if n == 3: raise KeyError('k') from e
                if n == 4: pass
            except* TypeError as e:
                if n == 5: raise
                if n == 2: raise IndexError('i')
        except BaseException as g:
            print(n, repr(g), repr(g.__cause__), repr(g.__context__), [repr(x.__context__) for x in getattr(g, "exceptions", ())])
        else: print(n, 'ok')
for n in range(7): f(n)
try:
    try: raise ValueError(3)
    except* ValueError: raise
except BaseException as e: print(repr(e))
try:
    try: raise ValueError(3)
    except* TypeError: pass
except BaseException as e: print(repr(e))
