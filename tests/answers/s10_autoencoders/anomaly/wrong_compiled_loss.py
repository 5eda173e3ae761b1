# fails: test_scores
# diagnosis: SCORES.compiled
import numpy as np


def anomaly_scores(autoencoder, samples):
    losses = [autoencoder.evaluate(row[None], row[None], verbose=0) for row in samples]
    return np.array([loss[0] if isinstance(loss, list) else loss for loss in losses])


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
