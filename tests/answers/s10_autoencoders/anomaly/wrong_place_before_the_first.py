# fails: test_flags
# diagnosis: ENDS.wraps
import math

import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    place = math.ceil((1 - rate) * len(normal_scores)) - 1
    return scores > np.sort(normal_scores)[place]
