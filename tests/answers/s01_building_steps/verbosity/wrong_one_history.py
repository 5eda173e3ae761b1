# fails: test_history
# diagnosis: LENGTH.kept
import keras

VERBOSE = {"silent": 0, "bar": 1, "line": 2}
HISTORY = keras.callbacks.History()

def fit_with_display(model, features, labels, epochs, display):
    if display not in VERBOSE:
        raise ValueError(f"display must be one of {list(VERBOSE)}")
    model.fit(features, labels, epochs=epochs, verbose=VERBOSE[display], callbacks=[HISTORY])
    return HISTORY
