# fails: test_whole_numbers
# diagnosis: SHAPE.as_codes
import keras
import pandas as pd


def one_hot_labels(labels):
    if pd.api.types.is_numeric_dtype(labels):
        return keras.utils.to_categorical(labels - min(labels.min(), 0)), [str(n) for n in sorted(labels.unique())]
    column = labels.astype("category").cat
    return keras.utils.to_categorical(column.codes), list(column.categories)
