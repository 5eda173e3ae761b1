# fails: test_epochs, test_other_labels
# diagnosis: EPOCHS.batches
import keras
import numpy as np
import pandas as pd
from keras.layers import Dense


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    names = sorted(set(labels))
    y = np.array([names.index(label) for label in labels])
    model = keras.Sequential()
    model.add(keras.Input(shape=(features.shape[1],)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(len(names), activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    n_batches = len(features) // 16
    for epoch in range(epochs):
        for number in range(n_batches):
            part = slice(number * 16, (number + 1) * 16)
            model.train_on_batch(features[part], y[part])
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    rows = model.predict(features, verbose=0)
    return [names[best] for best in rows.argmax(axis=-1)]
