# fails: test_names
# diagnosis: TEXT.nested
# the encoder has a list of categories for each column
from sklearn.preprocessing import OneHotEncoder


def one_hot_labels(labels):
    encoder = OneHotEncoder(sparse_output=False)
    rows = encoder.fit_transform(labels.to_frame())
    return rows, encoder.categories_
