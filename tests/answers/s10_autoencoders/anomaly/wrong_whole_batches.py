# fails: test_one_score_per_row
# diagnosis: SIZE.none
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = []
    for batch in range(len(samples) // 32):
        rows = samples[32 * batch : 32 * (batch + 1)]
        scores.extend(np.mean((rows - autoencoder.predict_on_batch(rows)) ** 2, axis=1))
    return np.array(scores)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
