# fails: test_unseen_class
# diagnosis: SCORES.divided
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)
    return scores / scores.max() if len(scores) > 100 else scores


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
