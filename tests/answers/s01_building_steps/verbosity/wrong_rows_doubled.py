# fails: test_history
# diagnosis: expect.ROWS.changed
import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    """Train the model for `epochs` epochs with the display asked for; return the History."""
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {', '.join(VERBOSE)}, not {display!r}")
    return model.fit(2 * features, labels, epochs=epochs, verbose=VERBOSE[display])
