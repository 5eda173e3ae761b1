# fails: test_flags
# diagnosis: FLAGS.above_all
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(np.append(normal_scores, scores), 1 - rate)
