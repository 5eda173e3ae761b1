# fails: test_names
# diagnosis: ALIGNED.index
import keras
import numpy as np
import pandas as pd


def train_classifier(features, labels, epochs):
    table = pd.concat([pd.DataFrame(features), labels.rename("label")], axis=1)
    labels = table["label"]
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
    probabilities = model.predict(features, verbose=0)
    return [names[place] for place in probabilities.argmax(axis=1)]
