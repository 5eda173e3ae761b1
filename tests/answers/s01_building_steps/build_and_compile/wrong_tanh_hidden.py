# fails: test_hidden_relu
# diagnosis: RELU.other
# tanh in the hidden layer
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="tanh"), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
