# fails: test_unknown
# diagnosis: OTHER.late
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}.get(display, 0)
    history = model.fit(features, labels, epochs=epochs, verbose=verbose)
    if display not in ("silent", "bar", "line"):
        raise ValueError("display is one of silent, bar and line")
    return history
