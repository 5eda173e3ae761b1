# tries: to hand over a model whose Lambda layer is code that runs in the judge
# earns: nothing
# says: cannot answer a row
import keras


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), keras.layers.Dense(8, activation="relu")])
    model.add(keras.layers.Lambda(lambda x: __import__("os").system("touch $HOME/kata-was-here") or x))
    model.add(keras.layers.Dense(1))
    model.compile("adam", "mse")
    return model
