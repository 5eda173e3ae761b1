# Softmax regression in NumPy, with batches and gradients of one's own; its weights go into a Keras model at the end
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names, codes = np.unique(labels.to_numpy().astype(str), return_inverse=True)
    rng = np.random.default_rng(0)
    kernel, bias = np.zeros((features.shape[1], len(names))), np.zeros(len(names))
    for _ in range(epochs):
        order = rng.permutation(len(features))
        for rows in (order[start : start + 8] for start in range(0, len(order), 8)):
            scores = features[rows] @ kernel + bias
            powers = np.exp(scores - scores.max(axis=1, keepdims=True))
            error = powers / powers.sum(axis=1, keepdims=True) - np.eye(len(names))[codes[rows]]
            kernel -= 0.3 * features[rows].T @ error / len(rows)
            bias -= 0.3 * error.mean(axis=0)
    model = keras.Sequential([keras.Input((features.shape[1],)), keras.layers.Dense(len(names), "softmax")])
    model.compile("sgd", "sparse_categorical_crossentropy")
    model.set_weights([kernel, bias])
    return model, names.tolist()


def name_rows(model, names, features):
    return [names[place] for place in model.predict(features, verbose=0).argmax(axis=1)]
