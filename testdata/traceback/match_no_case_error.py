def area(shape):
    match shape:
        case {"r": r}: return 3 * r * r
        case {"w": w, "h": h}: return w * h
    raise ValueError(f"unknown shape: {shape}")
print(area({"r": 2}), flush=True)
area({"side": 3})

