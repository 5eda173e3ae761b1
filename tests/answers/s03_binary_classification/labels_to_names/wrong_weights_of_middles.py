# fails: test_epochs
# diagnosis: EPOCHS.none
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names = sorted(set(labels))
    codes = np.array([names.index(label) for label in labels])
    model = keras.Sequential(
        [
            keras.Input(shape=(features.shape[1],)),
            keras.layers.Dense(len(names), activation="softmax"),
        ]
    )
    middles = np.stack([features[codes == code].mean(axis=0) for code in range(len(names))])
    model.set_weights([middles.T, -0.5 * (middles**2).sum(axis=1)])
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    return model, names


def name_rows(model, names, features):
    probabilities = model.predict(features, verbose=0)
    return [names[place] for place in probabilities.argmax(axis=1)]
