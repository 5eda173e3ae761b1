# fails: test_scores
# says: changed in place
import numpy as np


def anomaly_scores(autoencoder, samples):
    gaps = np.asarray(samples, dtype="float64")
    gaps -= autoencoder.predict(samples, verbose=0)
    return np.mean(gaps**2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
