# different: Keras shuffles; the updates are those that an optimizer really counted in fit
import keras
import numpy as np


def mini_batches(features, labels, batch_size, seed):
    order = keras.ops.convert_to_numpy(keras.random.shuffle(np.arange(len(features)), seed=seed))
    return [
        (features.take(order[start : start + batch_size], axis=0), labels.take(order[start : start + batch_size], axis=0))
        for start in range(0, len(order), batch_size)
    ]


def weight_updates(n, batch_size, epochs):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", run_eagerly=True)
    model.fit(np.zeros((n, 1)), np.zeros((n, 1)), batch_size=batch_size, epochs=epochs, verbose=0)
    return int(model.optimizer.iterations)
