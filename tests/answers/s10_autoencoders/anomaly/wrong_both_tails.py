# fails: test_flags
# diagnosis: FLAGS.tails
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    low, high = np.quantile(normal_scores, [rate / 2, 1 - rate])
    return (scores > high) | (scores < low)
