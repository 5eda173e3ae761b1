# fails: test_shape
# diagnosis: FIRST.sparse
from sklearn.preprocessing import OneHotEncoder


def one_hot_labels(labels):
    encoder = OneHotEncoder()
    return encoder.fit_transform(labels.to_frame()), list(encoder.categories_[0])
