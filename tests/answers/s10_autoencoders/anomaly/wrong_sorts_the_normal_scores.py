# fails: test_flags
# diagnosis: expect.CALL.changed
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    normal_scores.sort()
    return scores > np.quantile(normal_scores, 1 - rate)
