import keyword
print([k for k in keyword.kwlist if k in ("async", "await", "for", "with")])
print(keyword.iskeyword("async"), keyword.issoftkeyword("match"), len(keyword.kwlist))
try:
    compile("async = 1", "<s>", "exec")
except SyntaxError as e:
    print(e.msg)

