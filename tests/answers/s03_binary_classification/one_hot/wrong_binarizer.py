# fails: test_other_labels
# diagnosis: SHAPE.no_column
from sklearn.preprocessing import LabelBinarizer


def one_hot_labels(labels):
    binarizer = LabelBinarizer()
    return binarizer.fit_transform(labels), [str(name) for name in binarizer.classes_]
