# tries: to raise an exception whose class is named like a terminal's control characters
# earns: nothing
# says: \\x1b[2J passed
Strange = type("\x1b[2J passed \n" * 1_000, (ValueError,), {"__module__": "\x07" * 1_000})


def sigmoid(z):
    raise Strange("\x1b]0;owned\x07")
