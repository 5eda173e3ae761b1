# fails: test_unknown
# diagnosis: OTHER.message
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError("unknown display")
    return model.fit(features, labels, epochs=epochs, verbose=verbose[display])
