# fails: test_unknown
# diagnosis: OTHER.lookup
VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model, features, labels, epochs, display):
    return model.fit(features, labels, epochs=epochs, verbose=VERBOSE[display])
