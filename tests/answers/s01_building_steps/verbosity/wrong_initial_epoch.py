# fails: test_history
# diagnosis: LENGTH.begins
import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    """Train the model for `epochs` epochs with the display asked for; return the History."""
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {list(VERBOSE)}, not {display!r}")
    return model.fit(features, labels, initial_epoch=1, epochs=epochs, verbose=VERBOSE[display])
