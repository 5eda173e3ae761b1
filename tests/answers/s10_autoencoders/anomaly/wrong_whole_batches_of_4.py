# fails: test_one_score_per_row
# diagnosis: SIZE.some
# says: only 4 of 7
import numpy as np


def anomaly_scores(autoencoder, samples):
    samples = samples[: len(samples) // 4 * 4]
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
