code = compile("def f():\n    return undefined\nf()\n", "generated.py", "exec")
exec(code, {})

