for f in lambda: eval('1\0'), lambda: exec(b'1\0'), lambda: compile('\0', 'f', 'exec'):
    try: f()
    except SyntaxError as e: print(e, e.args, e.msg, e.filename, e.lineno)
