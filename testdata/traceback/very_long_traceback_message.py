data = {"key": "x" * 50}
raise RuntimeError(f"cannot process {data!r} " + "because " * 5)

