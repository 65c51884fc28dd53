try:
    try:
        raise OSError("disk")
    except OSError as e:
        raise ExceptionGroup("wrapped", [ValueError("bad"), TypeError("worse")]) from e
except ExceptionGroup as g:
    g.add_note("seen during startup")
    raise

