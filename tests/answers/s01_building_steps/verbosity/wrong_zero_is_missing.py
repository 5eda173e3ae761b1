# fails: test_history
# diagnosis: REFUSED.zero
NUMBERS = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model, features, labels, epochs, display):
    number = NUMBERS.get(display)
    if not number:
        raise ValueError(f"display is one of {', '.join(NUMBERS)}")
    return model.fit(features, labels, epochs=epochs, verbose=number)
