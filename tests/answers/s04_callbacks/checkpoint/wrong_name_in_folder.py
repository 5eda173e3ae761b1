# fails: test_file
# diagnosis: CAUSES.elsewhere
import keras


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    checkpoint = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history.history
