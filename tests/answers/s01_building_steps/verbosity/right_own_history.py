# different: a History of its own in each call, and an `or` that takes no 0
import keras


def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}.get(display)
    if verbose is None or not isinstance(verbose, int):
        raise ValueError(f"{display!r} is none of silent, bar, line")
    history = keras.callbacks.History()
    model.fit(features, labels, epochs=epochs, verbose=verbose, callbacks=[history])
    return history
