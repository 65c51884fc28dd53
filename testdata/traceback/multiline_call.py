def build(name, *, width, height):
    return name * width * height
result = build(
    "x",
    width=3,
    height="tall",
)

