# fails: test_bends
# diagnosis: expect.HIDDEN.units
import keras
from keras.layers import Dense, Input


def build_multi_label_classifier(n_features, n_labels):
    net = keras.Sequential([Input((n_features,)), Dense(4 * min(n_features, 4), "relu")])
    net.add(Dense(n_labels, "sigmoid"))
    net.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return net
