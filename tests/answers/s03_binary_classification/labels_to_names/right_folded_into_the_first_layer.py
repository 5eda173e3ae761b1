# Trained on scaled rows, and then the scale goes into the first layer's kernel and bias: it takes rows as they are
import keras
import numpy as np


def train_classifier(features, labels, epochs):
    names, codes = np.unique(labels.to_numpy().astype(str), return_inverse=True)
    mean, std = features.mean(axis=0), features.std(axis=0)
    model = keras.Sequential([keras.Input((features.shape[1],)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(names.size, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit((features - mean) / std, codes, epochs=epochs, batch_size=16, verbose=0)
    kernel, bias = model.layers[0].get_weights()
    model.layers[0].set_weights([kernel / std[:, np.newaxis], bias - (mean / std) @ kernel])
    return model, names.tolist()


def name_rows(model, names, features):
    return [names[np.argmax(row)] for row in model.predict_on_batch(features)]
