# tries: to answer with a list that contains itself
# earns: nothing
# says: nested more than
def sigmoid(z):
    found = []
    found.append(found)
    return found
