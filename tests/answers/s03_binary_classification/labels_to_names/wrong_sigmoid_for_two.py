# fails: test_other_labels
# diagnosis: OUTPUTS.two
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names = sorted(set(labels))
    codes = np.array([names.index(label) for label in labels])
    two = len(names) == 2
    model = keras.Sequential(
        [
            keras.Input(shape=(features.shape[1],)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1 if two else len(names), activation="sigmoid" if two else "softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy" if two else "sparse_categorical_crossentropy")
    model.fit(features, codes, epochs=epochs, batch_size=16, verbose=0)
    return model, names


def name_rows(model, names, features):
    probabilities = model.predict(features, verbose=0)
    return [names[place] for place in probabilities.argmax(axis=1)]
