# fails: test_shapes
# diagnosis: UNITS.two
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(Dense(16, input_shape=(n_features,)))
    model.add(Dense(2, activation="softmax"))
    model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"])
    return model
