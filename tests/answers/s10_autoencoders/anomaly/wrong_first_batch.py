# fails: test_unseen_class, test_false_alarms
# diagnosis: SIZE.some
import numpy as np


def anomaly_scores(autoencoder, samples):
    samples = samples[:1000]
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
