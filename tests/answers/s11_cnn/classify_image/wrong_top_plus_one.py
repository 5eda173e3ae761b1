# fails: test_names
# diagnosis: GUESSES.off
# one guess more than top says
import keras
import numpy as np


def classify(model: keras.Model, batch: np.ndarray, top: int = 3) -> list[tuple[str, float]]:
    """Return the names and probabilities of the `top` likeliest classes of each photograph."""
    probabilities = model.predict(batch, verbose=0)
    decoded = keras.applications.resnet50.decode_predictions(probabilities, top=top + 1)
    return [(name, float(probability)) for guesses in decoded for _, name, probability in guesses]
