# fails: test_bar
# diagnosis: BAR.at_once
import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    """Train the model for `epochs` epochs with the display asked for; return the History."""
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {list(VERBOSE)}, not {display!r}")
    return model.fit(features, labels, batch_size=len(features), epochs=epochs, verbose=VERBOSE[display])
