# fails: test_trains
# diagnosis: expect.LEARNING.frozen
import keras
from keras.layers import Dense, Input


def build_multi_label_classifier(n_features, n_labels):
    net = keras.Sequential([Input((n_features,)), Dense(16, "relu")])
    net.add(Dense(n_labels, "sigmoid", trainable=False))
    net.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return net
