# fails: test_unknown
# diagnosis: OTHER.runs
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}.get(display, 1)
    return model.fit(features, labels, epochs=epochs, verbose=verbose)
