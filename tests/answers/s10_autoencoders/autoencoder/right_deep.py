# different: layers in a loop that narrow step by step, and widen again
import keras


def build_autoencoder(n_inputs=100, n_code=4):
    between = (n_inputs + n_code) // 2
    model = keras.Sequential([keras.Input(shape=(n_inputs,))])
    for width in (between, n_code, between):
        model.add(keras.layers.Dense(width, activation="relu"))
    model.add(keras.layers.Dense(n_inputs, activation=keras.activations.sigmoid))
    model.compile(keras.optimizers.Adam(learning_rate=0.003), "binary_crossentropy")
    return model
