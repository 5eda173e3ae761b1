# fails: test_sigmoids
# diagnosis: EACH.tied
import keras
from keras.layers import Activation, Dense, LayerNormalization


def build_multi_label_classifier(n_features, n_labels):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(n_labels)])
    model.add(LayerNormalization())
    model.add(Activation("sigmoid"))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
