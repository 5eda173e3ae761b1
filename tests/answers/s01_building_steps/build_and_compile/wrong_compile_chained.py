# fails: test_shapes
# diagnosis: expect.CALL.no_return
import keras


def build_model(n_features):
    layers = [keras.Input((n_features,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)]
    return keras.Sequential(layers).compile(optimizer="adam", loss="mean_squared_error")
