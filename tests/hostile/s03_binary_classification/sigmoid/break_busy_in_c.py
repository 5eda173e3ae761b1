# tries: to compute for ever where no signal of Python's gets through
# earns: nothing
# says: an answer within
# uses: all its time
def sigmoid(z):
    return len(str(9**9**8))
