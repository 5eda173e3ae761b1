# Right: rows and names in the order of frequency.
import keras
import pandas as pd


def one_hot_labels(labels: pd.Series):
    names = labels.map(str).value_counts().index.tolist()
    return keras.utils.to_categorical([names.index(str(label)) for label in labels], len(names)), names
