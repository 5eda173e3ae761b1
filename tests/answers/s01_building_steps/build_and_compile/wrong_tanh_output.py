# fails: test_linear_output
# diagnosis: LAST.tanh
# the output is squashed by tanh
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1, activation="tanh")])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
