# fails: test_top
# diagnosis: GUESSES.spaces
# Spaces take the place of the underscores in the names.
import keras
import numpy as np


def classify(model: keras.Model, batch: np.ndarray, top: int = 3) -> list[tuple[str, float]]:
    probabilities = model.predict(batch, verbose=0)
    decoded = keras.applications.resnet50.decode_predictions(probabilities, top=top)
    return [(name.replace("_", " "), float(probability)) for guesses in decoded for _, name, probability in guesses]
