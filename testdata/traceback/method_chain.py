text = "hello world"
words = text.strip().split().reverse().upper()

