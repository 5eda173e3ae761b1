# Rosenblatt's rule by hand: where the clouds lie apart, all that it learns it learns in the first epoch
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names = list(dict.fromkeys(labels))
    rows = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros((rows.shape[1], len(names)))
    for _ in range(epochs):
        for row, label in zip(rows, labels):
            said = np.argmax(row @ weights)
            weights[:, names.index(label)] += row
            weights[:, said] -= row
    model = keras.Sequential([keras.Input((features.shape[1],)), keras.layers.Dense(len(names), "softmax")])
    model.compile("sgd", "sparse_categorical_crossentropy")
    model.set_weights([weights[:-1], weights[-1]])
    return model, names


def name_rows(model, names, features):
    return [names[place] for place in model.predict_on_batch(features).argmax(axis=1)]
