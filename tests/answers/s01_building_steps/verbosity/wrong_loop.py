# fails: test_history
# diagnosis: LENGTH.loop
# fit in a loop
def fit_with_display(model, features, labels, epochs, display):
    if display not in ("silent", "bar", "line"):
        raise ValueError('silent, bar or line')
    for _ in range(epochs):
        h = model.fit(features, labels, verbose=["silent", "bar", "line"].index(display))
    return h
