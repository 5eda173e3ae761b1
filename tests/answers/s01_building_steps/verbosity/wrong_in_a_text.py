# fails: test_unknown
# diagnosis: OTHER.pieces
import keras

CHOICES = "silent, bar, line"
VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    """Train the model for `epochs` epochs with the display asked for; return the History."""
    if display not in CHOICES:
        raise ValueError(f"display must be one of {CHOICES}; got {display!r}")
    return model.fit(features, labels, epochs=epochs, verbose=VERBOSE.get(display, "auto"))
