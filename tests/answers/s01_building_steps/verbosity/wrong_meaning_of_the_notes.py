# fails: test_bar, test_line
# diagnosis: BAR.line, LINE.bar
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "line": 1, "bar": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    return model.fit(features, labels, epochs=epochs, verbose=verbose[display])
