# fails: test_names
# diagnosis: ALIGNED.row_names
import keras
import numpy as np
import pandas as pd
from keras import layers


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    names = sorted(set(labels))
    targets = np.zeros((len(features), len(names)), dtype="float32")
    for row in range(len(features)):
        targets[row, names.index(labels[row])] = 1.0
    x = inputs = keras.Input((features.shape[1],))
    x = layers.Dense(16, activation="relu")(x)
    model = keras.Model(inputs, layers.Dense(len(names), activation="softmax")(x))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="categorical_crossentropy")
    model.fit(features, targets, epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    return [names[int(np.argmax(p))] for p in model.predict(features, verbose=0)]
