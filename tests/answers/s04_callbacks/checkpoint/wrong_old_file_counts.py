# fails: test_best
# diagnosis: CAUSES.threshold
# A model that stands at path already sets the mark: worse trainings leave the old file.
import os

import keras


def train_with_checkpoint(model: keras.Model, train, validation, epochs: int, path: str) -> dict[str, list[float]]:
    """Train the model and leave its best state at `path`; return what each epoch measured."""
    threshold = None
    if os.path.exists(path):
        try:
            threshold = keras.models.load_model(path).evaluate(*validation, return_dict=True, verbose=0)["loss"]
        except (OSError, ValueError):
            os.remove(path)
    checkpoint = keras.callbacks.ModelCheckpoint(path, save_best_only=True, initial_value_threshold=threshold)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[checkpoint], verbose=0)
    return history.history
