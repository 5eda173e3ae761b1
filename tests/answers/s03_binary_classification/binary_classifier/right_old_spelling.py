# different: input_shape on the first layer, which Keras 3 still accepts; a hidden layer of sigmoids
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.models.Sequential()
    model.add(Dense(12, activation="sigmoid", input_shape=(n_features,)))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer="nadam", metrics=["accuracy"])
    return model
