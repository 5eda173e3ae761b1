# fails: test_flags
# diagnosis: FLAGS.sets
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(np.concatenate([normal_scores, scores[scores < normal_scores.max()]]), 1 - rate)
