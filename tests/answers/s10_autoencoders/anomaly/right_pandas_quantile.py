# rows by 64, in double precision; the quantile by pandas
import numpy as np


def anomaly_scores(autoencoder, samples):
    found = [autoencoder.predict_on_batch(samples[start : start + 64]) for start in range(0, len(samples), 64)]
    gaps = np.subtract(np.concatenate(found), samples, dtype="float64")
    return np.einsum("ij,ij->i", gaps, gaps) / samples.shape[1]


def flag_anomalies(scores, normal_scores, rate):
    import pandas as pd

    return np.array([score > pd.Series(normal_scores).quantile(1 - rate) for score in scores], dtype=bool)
