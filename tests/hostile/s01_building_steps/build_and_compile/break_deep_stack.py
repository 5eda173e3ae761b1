# tries: to have the judge go through one wide layer two hundred times
# earns: nothing
# says: multiplications
import keras


def build_model(n_features):
    inputs = keras.Input((n_features,))
    x, shared = keras.layers.Dense(2_000, activation="relu")(inputs), keras.layers.Dense(2_000, activation="relu")
    for _ in range(200):
        x = shared(x)
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    model.compile("adam", "mean_squared_error")
    return model
