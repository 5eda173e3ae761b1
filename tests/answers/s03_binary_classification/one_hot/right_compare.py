# different: compares each label with each name
import numpy as np


def one_hot_labels(labels):
    names = np.unique(labels.to_numpy())
    return (labels.to_numpy()[:, None] == names[None, :]).astype("float32"), [f"{name}" for name in names]
