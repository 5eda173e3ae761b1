# fails: test_bar
# diagnosis: expect.FIT.fixed_epochs
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    return model.fit(features, labels, epochs=2, verbose=verbose[display])
