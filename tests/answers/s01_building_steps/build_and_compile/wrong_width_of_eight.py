# fails: test_shapes
# diagnosis: expect.INPUT.other_width
# the width is always 8
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((8,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
