# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.summed, FIGURES.invented
import numpy as np


def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    curves = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
    return {key: np.cumsum(values).tolist() for key, values in curves.items()}
