# fails: test_mean_squared_error
# diagnosis: SIZE.nan
import keras
import numpy as np
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.set_weights([np.full(weight.shape, np.nan) for weight in model.get_weights()])
    return model
