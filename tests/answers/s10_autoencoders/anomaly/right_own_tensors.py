# different: all in tensors of the model's own type, whatever the type of the rows
import keras
import numpy as np


def anomaly_scores(autoencoder, samples):
    rows = keras.ops.convert_to_tensor(samples, dtype="float32")
    gaps = rows - autoencoder(rows, training=False)
    return keras.ops.convert_to_numpy(keras.ops.mean(gaps * gaps, axis=1))


def flag_anomalies(scores, normal_scores, rate):
    return scores > np.quantile(normal_scores, 1 - rate)
