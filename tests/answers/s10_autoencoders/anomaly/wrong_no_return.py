# fails: test_one_score_per_row, test_flags
# diagnosis: expect.CALL.no_return
import numpy as np


def anomaly_scores(autoencoder, samples):
    scores = np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    flags = scores > np.quantile(normal_scores, 1 - rate)
