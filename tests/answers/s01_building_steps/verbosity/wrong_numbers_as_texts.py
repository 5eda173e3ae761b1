# fails: test_silent, test_bar, test_line
# diagnosis: SILENCE.text, BAR.text, LINE.text
# verbose as a text
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": "0", "bar": "1", "line": "2"}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    return model.fit(features, labels, epochs=epochs, verbose=verbose[display])
