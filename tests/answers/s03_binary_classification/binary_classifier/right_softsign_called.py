# different: softsign as an operation, probabilities that are normalized before the sigmoid
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    row = keras.Input((n_features,))
    x = keras.ops.softsign(Dense(24)(row))
    x = Dense(1)(x)
    model = keras.Model(row, keras.layers.Activation("sigmoid")(x))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
