def fail(n):
    raise ValueError(n)
errors = []
for i in range(2):
    try:
        fail(i)
    except ValueError as e:
        e.add_note(f"note {i}")
        errors.append(e)
errors.append(ExceptionGroup("inner", [KeyError("k"), OSError("o")]))
raise ExceptionGroup("several problems", errors)

