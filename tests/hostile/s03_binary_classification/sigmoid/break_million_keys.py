# tries: to answer with dictionaries and tuples of more things than anybody compares
# earns: nothing
# says: more than a million
def sigmoid(z):
    return [{str(number): (number, [number]) for number in range(600_000)} for _ in range(4)]
