# fails: test_history
# diagnosis: RETURNED.empty
# a new History, which holds nothing
import keras


def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    history = keras.callbacks.History()
    model.fit(features, labels, epochs=epochs, verbose=verbose[display])
    return history
