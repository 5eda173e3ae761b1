# different: Keras' own mean_squared_error, pandas for the quantile, an explicit helper
import keras
import pandas as pd


def threshold_of(normal_scores, rate):
    return pd.Series(normal_scores).quantile(1 - rate)


def anomaly_scores(autoencoder, samples):
    restored = autoencoder.predict_on_batch(samples)
    return keras.ops.convert_to_numpy(keras.losses.mean_squared_error(samples, restored))


def flag_anomalies(scores, normal_scores, rate):
    return pd.Series(scores).gt(threshold_of(normal_scores, rate)).to_numpy()
