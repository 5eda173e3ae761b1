# fails: test_scores, test_unseen_class
# diagnosis: SCORES.variance
import numpy as np


def anomaly_scores(autoencoder, samples):
    return (samples - autoencoder.predict(samples, verbose=0)).std(axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
