# fails: test_loss, test_other_labels
# diagnosis: LOSS.binary
# says: the loss is 'categorical_crossentropy'
import keras
import numpy as np
import pandas as pd


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    """Return a network trained to tell the labels of the rows, and the name of each of its outputs."""
    table = pd.get_dummies(labels.astype(str))
    names = table.columns.tolist()
    model = keras.Sequential(
        [
            keras.Input((features.shape[1],)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(len(names), activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy")
    model.fit(features, table.to_numpy(dtype="float32"), epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    """Return the name of the likeliest class of each row."""
    return [names[i] for i in np.argmax(model.predict(features, verbose=0), axis=1)]
