# different: an output layer in half precision
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    output = Dense(1, activation="sigmoid", dtype="bfloat16")
    model = keras.Sequential([keras.Input((n_features,)), Dense(24, activation="relu"), output])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
