# fails: test_name_rows
# says: IndexError
import keras
import numpy as np

NAMES = ["none yet"]


def train_classifier(features, labels, epochs):
    names = sorted(set(labels))
    codes = np.array([names.index(label) for label in labels])
    model = keras.Sequential(
        [
            keras.Input(shape=(features.shape[1],)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(len(names), activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(features, codes, epochs=epochs, batch_size=16, verbose=0)
    return model, names


name_rows = lambda model, names, features: [NAMES[place] for place in model.predict(features, verbose=0).argmax(axis=1)]
