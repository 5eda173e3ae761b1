# interpolates between two normal scores by hand
import numpy as np


def anomaly_scores(autoencoder, samples):
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    ordered = np.sort(normal_scores)
    place = (1 - rate) * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return np.greater(scores, ordered[low] + (place - low) * (ordered[high] - ordered[low]))
