# fails: test_scores
# diagnosis: SCORES.compiled
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    loss = keras.losses.get(autoencoder.loss)
    return keras.ops.convert_to_numpy(loss(samples, autoencoder.predict(samples, verbose=0)))


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
