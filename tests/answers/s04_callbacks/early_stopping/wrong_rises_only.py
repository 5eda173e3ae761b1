# fails: test_stops
# diagnosis: CAUSES.ties
import keras


def train_with_early_stopping(
    model: keras.Model, train, validation, patience: int, max_epochs: int
) -> dict[str, list[float]]:
    best, since = float("inf"), 0

    def look(epoch, logs):
        nonlocal best, since
        if logs["val_loss"] <= best:
            best, since = logs["val_loss"], 0
        else:
            since += 1
        model.stop_training = since >= patience

    watcher = keras.callbacks.LambdaCallback(on_epoch_end=look)
    return model.fit(*train, validation_data=validation, epochs=max_epochs, callbacks=[watcher], verbose=0).history
