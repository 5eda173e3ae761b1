# fails: test_shapes
# diagnosis: expect.EACH_ROW.beside
import keras
from keras import layers


def build_multi_label_classifier(n_features, n_labels):
    hidden = [layers.Dense(16, activation="relu"), layers.Dense(16), layers.Softmax(axis=0)]
    model = keras.Sequential([keras.Input((n_features,)), *hidden, layers.Dense(n_labels, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
