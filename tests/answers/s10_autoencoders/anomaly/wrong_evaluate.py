# fails: test_one_score_per_row
# diagnosis: SIZE.one
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict(samples, verbose=0)
    return autoencoder.evaluate(samples, samples, verbose=0, return_dict=True)["loss"]


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
