# different: loops in plain Python, lists returned, np.percentile
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = []
    for row, back in zip(samples, autoencoder.predict(samples, verbose=0)):
        scores.append(float(sum((a - b) ** 2 for a, b in zip(row, back)) / len(row)))
    return np.array(scores)


def flag_anomalies(scores, normal_scores, rate):
    threshold = np.percentile(normal_scores, 100 * (1 - rate))
    return np.array([bool(score > threshold) for score in scores])
