# Own batches with train_on_batch; the names backwards; names looked up in a dict
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names = sorted(labels.unique(), reverse=True)
    codes = labels.map(names.index).to_numpy()
    rng = np.random.default_rng(3)
    model = keras.Sequential([keras.Input((features.shape[1],))])
    for units, activation in ((16, "relu"), (16, "relu"), (len(names), "softmax")):
        model.add(keras.layers.Dense(units, activation=activation))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    for _ in range(epochs):
        order = rng.permutation(len(features))
        for start in range(0, len(order), 16):
            batch = order[start : start + 16]
            model.train_on_batch(features[batch], codes[batch])
    return model, names


def name_rows(model, names, features):
    by_place = dict(enumerate(names))
    return list(map(by_place.get, model.predict(features, verbose=0).argmax(1).tolist()))
