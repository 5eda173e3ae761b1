# different: scikit-learn's encoder, and the index of its names as it is
from sklearn.preprocessing import OneHotEncoder


def one_hot_labels(labels):
    encoder = OneHotEncoder(sparse_output=False)
    rows = encoder.fit_transform(labels.to_frame())
    return rows, encoder.categories_[0]
