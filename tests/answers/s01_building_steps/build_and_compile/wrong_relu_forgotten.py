# fails: test_hidden_relu
# diagnosis: RELU.forgotten
import keras


def build_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(8))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
