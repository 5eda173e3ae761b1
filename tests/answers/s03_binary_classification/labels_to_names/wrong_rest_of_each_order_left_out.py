# fails: test_epochs, test_other_labels
# diagnosis: EPOCHS.rest
import keras
import numpy as np
import pandas as pd


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    names = sorted(set(labels))
    codes = np.array([names.index(label) for label in labels])
    rows = features.astype("float32")
    size = min(16, len(rows))
    model = keras.Sequential()
    model.add(keras.Input(shape=(rows.shape[1],)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(len(names), activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        order = rng.permutation(len(rows))
        for step in range(len(rows) // size):
            batch = order[step * size : (step + 1) * size]
            model.train_on_batch(rows[batch], codes[batch])
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    chances = model.predict(features, verbose=0)
    return [names[i] for i in chances.argmax(axis=1)]
