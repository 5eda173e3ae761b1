# fails: test_measured
# diagnosis: FIGURES.extra
import numpy as np


def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    rows = np.concatenate([train[0], validation[0]])
    labels = np.concatenate([train[1], validation[1]])
    return model.fit(rows, labels, validation_data=validation, epochs=epochs, verbose=0).history
