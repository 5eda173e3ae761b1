# fails: test_scores
# diagnosis: MODEL.otherwise
# the weights of the autoencoder are rounded
import numpy as np


def anomaly_scores(autoencoder, samples):
    autoencoder.set_weights([np.round(weight, 3) for weight in autoencoder.get_weights()])
    return np.mean((samples - autoencoder.predict(samples, verbose=0)) ** 2, axis=1)


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
