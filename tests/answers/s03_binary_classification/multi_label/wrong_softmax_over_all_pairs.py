# fails: test_sigmoids
# diagnosis: EACH.tied
import keras
from keras.layers import Dense


class Yes(keras.layers.Layer):
    def call(self, scores):
        return keras.ops.softmax(scores)[:, ::2]


def build_multi_label_classifier(n_features, n_labels):
    row = keras.Input((n_features,))
    hidden = Dense(16, activation="gelu")(row)
    model = keras.Model(row, Yes()(Dense(2 * n_labels)(hidden)))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
