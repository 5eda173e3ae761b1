# fails: test_unknown
# diagnosis: OTHER.near
import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    display = display.strip().lower()
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {', '.join(VERBOSE)}")
    return model.fit(features, labels, epochs=epochs, verbose=VERBOSE[display])
