# fails: test_flags
# diagnosis: ENDS.otherwise
# where rate is 0, there is no score at this place
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return np.mean((samples - restored) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    place = int((1 - rate) * len(normal_scores))
    return scores > np.sort(normal_scores)[place]
