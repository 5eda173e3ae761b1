# fails: test_unknown
# diagnosis: OTHER.error
VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model, features, labels, epochs, display):
    if display not in VERBOSE:
        raise KeyError("display is silent, bar or line")
    return model.fit(features, labels, epochs=epochs, verbose=VERBOSE[display])
