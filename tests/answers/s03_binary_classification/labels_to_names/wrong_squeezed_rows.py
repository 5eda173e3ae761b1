# fails: test_name_rows
# diagnosis: NAMED.single
import keras
import numpy as np
import pandas as pd
from keras.layers import Dense


def train_classifier(features: np.ndarray, labels: pd.Series, epochs: int) -> tuple[keras.Model, list[str]]:
    dummies = pd.get_dummies(labels)
    model = keras.Sequential(
        [
            keras.Input((features.shape[1],)),
            Dense(16, activation="elu"),
            Dense(dummies.shape[1], activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="categorical_crossentropy")
    model.fit(features, dummies.to_numpy().astype("float32"), epochs=epochs, batch_size=16, verbose=0)
    return model, list(dummies.columns)


def name_rows(model: keras.Model, names: list[str], features: np.ndarray) -> list[str]:
    probabilities = np.squeeze(model.predict(features, verbose=0))
    return [names[np.argmax(p)] for p in probabilities]
