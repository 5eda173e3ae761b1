# tries: to name layers like the keys of a config, and by ten thousand letters
# earns: all
import keras


def build_model(n_features):
    model = keras.Sequential(name="class_name")
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(8, activation="relu", name="config"))
    model.add(keras.layers.Dense(1, name="a" * 10_000))
    model.compile("adam", "mse")
    return model
