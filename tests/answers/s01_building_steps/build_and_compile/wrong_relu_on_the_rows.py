# fails: test_hidden_relu
# diagnosis: RELU.rows
import keras
from keras.layers import Activation, Dense


def build_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential([keras.Input(shape=(n_features,)), Activation("relu")])
    model.add(Dense(16))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
