# fails: test_untouched
# diagnosis: expect.COMPILE.again
import keras
import numpy as np


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


def name_rows(model, names, features):
    model.compile("adam", "sparse_categorical_crossentropy")
    probabilities = model.predict(features, verbose=0)
    return [names[place] for place in probabilities.argmax(axis=1)]
