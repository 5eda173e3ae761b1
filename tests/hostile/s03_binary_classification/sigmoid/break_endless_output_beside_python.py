# tries: to write for ever to where the process's own output goes
# earns: nothing
# says: an answer within
# uses: all its time
import os


def sigmoid(z):
    while True:
        for number in (0, 1, 2):
            try:
                os.write(number, b"x" * 100_000)
            except OSError:
                pass
