# fails: test_scores, test_unseen_class
# diagnosis: MODEL.trained
# the autoencoder is trained on the rows that it is to judge
import numpy as np


def anomaly_scores(autoencoder, samples):
    autoencoder.fit(samples, samples, epochs=1, verbose=0)
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
