# tries: to put markup and ten thousand letters into the names of layers
# earns: all
import keras


def build_model(n_features):
    model = keras.Sequential(name="x-->")
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(8, activation="relu", name="y-->"))
    model.add(keras.layers.Dense(1, name="a" * 10_000))
    model.compile("adam", "mse")
    return model
