# fails: test_name_rows
# diagnosis: NAMED.otherwise
import keras
import numpy as np
import pandas as pd


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    categories = labels.astype("category").cat
    names = [str(name) for name in categories.categories]
    model = keras.Sequential()
    model.add(keras.Input(shape=features.shape[1:]))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(len(names), activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(features, categories.codes.to_numpy(), epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    probabilities = features
    return [names[place] for place in np.argmax(probabilities, axis=1)]
