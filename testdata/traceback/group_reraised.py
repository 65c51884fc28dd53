def run(tasks):
    errors = []
    for t in tasks:
        try:
            t()
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("run failed", errors)
try:
    run([lambda: 1 / 0, lambda: int("x"), lambda: None])
except* ValueError as eg:
    print("handled", eg.exceptions, flush=True)

