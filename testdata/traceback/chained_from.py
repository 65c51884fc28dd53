def load(key):
    try:
        return {"a": 1}[key]
    except KeyError as e:
        raise ValueError(f"bad key {key!r}") from e
load("b")

