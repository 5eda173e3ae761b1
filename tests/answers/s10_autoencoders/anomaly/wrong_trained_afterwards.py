# fails: test_scores
# diagnosis: MODEL.trained
# the scores are right, and the autoencoder is another one after them
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)
    autoencoder.train_on_batch(samples, samples)
    return scores


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
