# fails: test_loss
# diagnosis: expect.LOSS.unread
import keras
from keras.layers import Dense, Input


def only_the_first(truth, answers):
    return keras.losses.binary_crossentropy(truth[:, 0:1], answers[:, 0:1])


def build_multi_label_classifier(n_features, n_labels):
    net = keras.Sequential([Input((n_features,)), Dense(16, "relu")])
    net.add(Dense(n_labels, "sigmoid"))
    net.compile("adam", only_the_first, metrics=["binary_accuracy"])
    return net
