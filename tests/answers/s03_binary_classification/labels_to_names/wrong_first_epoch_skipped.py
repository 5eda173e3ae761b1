# fails: test_epochs, test_other_labels
# diagnosis: EPOCHS.skipped
import keras
import numpy as np
import pandas as pd


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    categories = labels.astype("category").cat.remove_unused_categories()
    codes = categories.cat.codes.to_numpy().astype("int64")
    names = [str(name) for name in categories.cat.categories]
    inputs = keras.Input(shape=(features.shape[1],))
    hidden = keras.layers.Dense(16, activation="relu")(inputs)
    outputs = keras.layers.Dense(len(names), activation="softmax")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(features, codes, initial_epoch=1, epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    return [names[i] for i in np.argmax(model.predict(features, verbose=0), axis=1)]
