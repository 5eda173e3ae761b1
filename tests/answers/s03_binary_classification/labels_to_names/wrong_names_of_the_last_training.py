# fails: test_name_rows
# diagnosis: NAMED.unused
import keras
import numpy as np
import pandas as pd

NAMES: list[str] = []


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    NAMES.clear()
    NAMES.extend(sorted(labels.unique().tolist()))
    targets = np.array([NAMES.index(label) for label in labels])
    model = keras.Sequential(
        [
            keras.Input((features.shape[1],)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(len(NAMES), activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(features, targets, epochs=epochs, batch_size=16, verbose=0)
    return model, list(NAMES)


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    return [NAMES[i] for i in model.predict(features, verbose=0).argmax(axis=1)]
