# fails: test_scores, test_unseen_class
# diagnosis: SCORES.left_out
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = np.zeros(len(samples))
    for number in range(len(samples) // 32):
        rows = samples[32 * number : 32 * (number + 1)]
        scores[32 * number : 32 * (number + 1)] = np.mean((rows - autoencoder.predict(rows, verbose=0)) ** 2, axis=1)
    return scores


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
