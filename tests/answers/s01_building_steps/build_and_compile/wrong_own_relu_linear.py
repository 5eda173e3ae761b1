# fails: test_hidden_relu
# diagnosis: RELU.linear
import keras


def relu(x):
    return x


def build_model(n_features: int) -> keras.Sequential:
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(16, activation=relu))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
