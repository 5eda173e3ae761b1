# fails: test_history
# diagnosis: TOLD.compiled
# compiled again, with a learning rate that is far too large
import keras


def fit_with_display(model, features, labels, epochs, display):
    verbose = {"silent": 0, "bar": 1, "line": 2}
    if display not in verbose:
        raise ValueError(f"choose one of {list(verbose)}")
    model.compile(keras.optimizers.SGD(1000.0), "mean_absolute_error")
    return model.fit(features, labels, epochs=epochs, batch_size=4, verbose=verbose[display])
