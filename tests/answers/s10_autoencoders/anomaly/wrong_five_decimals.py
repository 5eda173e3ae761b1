# fails: test_unseen_class
# diagnosis: SCORES.rounded
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.round(np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1), 5)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
