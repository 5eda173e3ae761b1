# fails: test_hidden_relu
# diagnosis: RELU.missing
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
