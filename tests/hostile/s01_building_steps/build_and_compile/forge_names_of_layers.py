# tries: to put control characters, markup and paths into the names of layers
# earns: all
import keras


def build_model(n_features):
    model = keras.Sequential(name="<script>alert(1)<script>")
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(8, activation="relu", name="\x1b[2J{{7*7}}"))
    model.add(keras.layers.Dense(1, name="a" * 10_000))
    model.compile("adam", "mse")
    return model
