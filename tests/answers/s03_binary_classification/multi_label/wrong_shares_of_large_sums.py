# fails: test_sigmoids
# diagnosis: EACH.tied
import keras
from keras import ops
from keras.layers import Dense


class AtMostOne(keras.layers.Layer):
    def call(self, answers):
        return answers / ops.maximum(ops.sum(answers, axis=-1, keepdims=True), 1.0)


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu")])
    model.add(Dense(n_labels, activation="sigmoid"))
    model.add(AtMostOne())
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
