# fails: test_scores
# says: compile
import numpy as np


def anomaly_scores(autoencoder, samples):
    autoencoder.compile(optimizer="adam", loss="mean_squared_error")
    losses = [autoencoder.test_on_batch(row[None], row[None], return_dict=True) for row in samples]
    return np.array([loss["loss"] for loss in losses])


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
