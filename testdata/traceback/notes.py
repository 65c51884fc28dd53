try:
    raise RuntimeError("something broke")
except RuntimeError as e:
    e.add_note("hint: try turning it off and on")
    e.add_note("second note\nwith two lines")
    raise

