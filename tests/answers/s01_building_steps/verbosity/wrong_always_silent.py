# fails: test_bar, test_line
# diagnosis: BAR.silent, LINE.silent
# every display is silent
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 0, "line": 0}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    return model.fit(features, labels, epochs=epochs, verbose=verbose[display])
