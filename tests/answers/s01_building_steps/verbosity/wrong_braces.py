# fails: test_unknown
# diagnosis: OTHER.braces
NUMBERS = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model, features, labels, epochs, display):
    if display not in NUMBERS:
        raise ValueError("display is one of {list(NUMBERS)}")
    return model.fit(features, labels, epochs=epochs, verbose=NUMBERS[display])
