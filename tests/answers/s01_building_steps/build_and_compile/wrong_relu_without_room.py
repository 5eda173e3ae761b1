# fails: test_hidden_relu
# diagnosis: RELU.other
import keras
from keras.layers import Dense


def build_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled regression network for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16))
    model.add(keras.layers.ReLU(max_value=0.0))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
