# fails: test_silent, test_bar, test_line
# diagnosis: SILENCE.asked, BAR.asked, LINE.asked
# evaluate shows a bar of its own
def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    history = model.fit(features, labels, epochs=epochs, verbose=verbose[display])
    model.evaluate(features, labels)
    return history
