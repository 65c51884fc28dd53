try:
    try: raise ValueError(1) from None
    except* TypeError: pass
except BaseException as e: print(repr(e), e.__suppress_context__)
try:
    try: raise ValueError(1) from None
    except* ValueError as e:
        print(repr(e), e.__suppress_context__, e.__cause__, e.__context__)
        raise
except BaseException as e: print(repr(e), e.__suppress_context__)
try:
    try:
        try: raise KeyError(0)
        except KeyError: raise ValueError(1) from None
    except* ValueError as e: 
        print(repr(e), e.__suppress_context__, repr(e.__cause__), repr(e.__context__))
        raise e
except BaseException as e: print(repr(e), e.__suppress_context__, repr(e.__context__), repr(e.exceptions[0].__context__))
try:
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)]) from None
    except* ValueError as e: print(e.__suppress_context__); raise
except BaseException as e: print(repr(e), e.__suppress_context__)
g = ExceptionGroup('g', [ValueError(1), TypeError(2)]); g.__suppress_context__ = True; g.__cause__ = KeyError(3)
a, b = g.split(ValueError); print(a.__suppress_context__, a.__cause__, g.subgroup(TypeError).__suppress_context__, g.derive([OSError()]).__suppress_context__)
