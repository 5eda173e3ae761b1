# fails: test_history
# diagnosis: expect.CALL.no_return
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    model.fit(features, labels, epochs=epochs, verbose=verbose[display])
