# fails: test_history
# diagnosis: expect.COUNT.otherwise
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    return model.fit(features, labels, epochs=5, verbose=verbose[display])
