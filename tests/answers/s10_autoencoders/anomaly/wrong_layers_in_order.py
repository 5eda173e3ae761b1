# fails: test_scores
# diagnosis: SCORES.in_order
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    made = samples
    for layer in autoencoder.layers:
        if not isinstance(layer, keras.layers.InputLayer):
            made = layer(made)
    return np.mean((samples - keras.ops.convert_to_numpy(made)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
