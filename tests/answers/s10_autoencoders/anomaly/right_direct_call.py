# different: the model called directly, keras.ops, and a sorted list for the quantile
import math

import keras
from keras import ops


def anomaly_scores(autoencoder, samples):
    back = autoencoder(samples, training=False)
    return ops.convert_to_numpy(ops.mean(ops.square(ops.subtract(samples, back)), axis=-1))


def flag_anomalies(scores, normal_scores, rate):
    ordered = sorted(normal_scores)
    position = (1 - rate) * (len(ordered) - 1)
    below, above = ordered[math.floor(position)], ordered[math.ceil(position)]
    threshold = below + (position - math.floor(position)) * (above - below)
    return scores > threshold
