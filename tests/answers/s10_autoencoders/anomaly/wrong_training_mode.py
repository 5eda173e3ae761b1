# fails: test_scores
# diagnosis: MODE.training
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - keras.ops.convert_to_numpy(autoencoder(samples, training=True))) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
