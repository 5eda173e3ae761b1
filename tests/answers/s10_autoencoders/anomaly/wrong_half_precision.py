# fails: test_scores, test_unseen_class
# diagnosis: SCORES.near
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)
    return scores.astype("float16")


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
