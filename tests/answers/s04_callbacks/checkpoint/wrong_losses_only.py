# fails: test_history
# diagnosis: CAUSES.metrics
import keras


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    return {name: history[name] for name in ("loss", "val_loss")}
