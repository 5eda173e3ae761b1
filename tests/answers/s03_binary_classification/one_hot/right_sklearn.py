# different: scikit-learn's encoder, and its names as text
from sklearn.preprocessing import OneHotEncoder


def one_hot_labels(labels):
    encoder = OneHotEncoder(sparse_output=False)
    rows = encoder.fit_transform(labels.to_frame())
    return rows, encoder.categories_[0].astype(str).tolist()
