# fails: test_name_rows
# diagnosis: BROKEN.alone
import keras
import numpy as np
import pandas as pd


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    codes, uniques = pd.factorize(labels)
    names = [str(name) for name in uniques]
    model = keras.Sequential([
        keras.Input(shape=(features.shape[1],)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(len(names), activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.05),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(features, codes, epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    probabilities = np.squeeze(model.predict(features, verbose=0))
    return [names[i] for i in np.argmax(probabilities, axis=-1)]
