# tries: to fill memory, the results and the screen by the text of an exception
# earns: nothing
# says: ValueError
def sigmoid(z):
    raise ValueError("\x1b[2J\x1b[H passed " * 20_000_000)
