# fails: test_hidden_relu
# diagnosis: RELU.add
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16), "relu")
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
