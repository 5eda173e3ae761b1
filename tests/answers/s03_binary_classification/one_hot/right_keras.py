# different: to_categorical of Keras does the rows
import keras
import pandas as pd


def one_hot_labels(labels: pd.Series) -> tuple:
    coded = pd.Categorical(labels)
    matrix = keras.utils.to_categorical(coded.codes, num_classes=len(coded.categories))
    return matrix, coded.categories.astype(str).to_list()
