# fails: test_scores, test_unseen_class
# diagnosis: SCORES.mean_row
# The autoencoder is never asked.
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - np.mean(samples, axis=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
