# fails: test_mean_squared_error
# diagnosis: expect.COMPILE.never
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    return model
