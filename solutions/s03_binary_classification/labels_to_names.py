"""Train a network on labels that are names, and let it name new rows.

`train_classifier` gets n rows of d numbers, an array of shape (n, d), and `labels`, a Series of n texts such as red,
green and blue, one for each row in their order. The k different labels, two or more, are the classes. Train a network
on all rows, each once in each of `epochs` epochs. Return two things: first the trained model, which takes rows as they
are, ends in softmax with one output for each class, also where k is 2, and is compiled with categorical cross-entropy,
sparse or not; then a list of the k names in the order of the outputs, which is up to you. The classes lie far apart
here, but there are few rows, and some 12 to 20 epochs: a hidden layer of 16 units, batches of 16 and Adam with a
learning rate of 0.05 are enough.

`name_rows` gets a model with such outputs, the list of their names, and m rows, an array of shape (m, d), where m is 1
or more. The rows are new: nobody knows their labels. It returns a list of m texts, for each row in their order the name
of the likeliest class, even if no class is likely. It trains nothing, and works with any model and names, not only
yours. All arguments of both functions stay as they are.

Read: kata book labels_to_names
"""

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
    probabilities = model.predict(features, verbose=0)
    return [names[place] for place in np.argmax(probabilities, axis=1)]
