# tries: to print for ever
# earns: nothing
# says: an answer within
# uses: all its time
def sigmoid(z):
    while True:
        print("all work and no play makes Jack a dull boy " * 1_000)
