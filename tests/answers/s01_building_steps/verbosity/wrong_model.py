# fails: test_history
# diagnosis: RETURNED.model
# the model comes back
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    model.fit(features, labels, epochs=epochs, verbose=verbose[display])
    return model
