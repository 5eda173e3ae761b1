# fails: test_flags
# diagnosis: FLAGS.bell
from statistics import NormalDist

import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > NormalDist(np.mean(normal_scores), np.std(normal_scores) + 1e-12).inv_cdf(1 - rate)
