def make():
    pass
handler = make()
handler("event", retries=3)

