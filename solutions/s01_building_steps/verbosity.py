"""Choose what fit shows while it runs.

`display` is "silent" (nothing is printed), "bar" (a progress bar that moves along within each epoch) or "line" (one
finished line per epoch). Use the displays that Keras has, train for `epochs` epochs and return the History. For any
other `display`, raise a ValueError whose message names the three choices.
The numbers below follow the notes, which show a counter for verbose=2. Try it and see.

Read: kata book verbosity
"""

import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}


def fit_with_display(model: keras.Model, features, labels, epochs: int, display: str) -> keras.callbacks.History:
    """Train the model for `epochs` epochs with the display asked for; return the History."""
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {', '.join(VERBOSE)}, not {display!r}")
    return model.fit(features, labels, epochs=epochs, verbose=VERBOSE[display])
