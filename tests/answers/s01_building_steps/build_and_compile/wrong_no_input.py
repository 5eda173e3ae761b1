# fails: test_shapes
# diagnosis: expect.INPUT.unknown
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential()
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
