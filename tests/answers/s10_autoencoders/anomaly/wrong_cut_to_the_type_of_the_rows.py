# fails: test_scores
# diagnosis: SCORES.whole
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0).astype(samples.dtype)
    return np.mean((samples.astype("float64") - restored) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
