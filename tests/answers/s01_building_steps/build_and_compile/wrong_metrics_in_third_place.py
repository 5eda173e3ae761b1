# fails: test_mean_squared_error
# diagnosis: expect.COMPILE.third
import keras


def build_model(n_features):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(8, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile("adam", "mean_squared_error", ["mae"])
    return model
