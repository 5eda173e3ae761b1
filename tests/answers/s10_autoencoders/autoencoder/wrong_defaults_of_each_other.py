# fails: test_shapes
# diagnosis: SHAPES.defaults
import keras
from keras import layers


def build_autoencoder(n_inputs: int = 4, n_code: int = 100) -> keras.Sequential:
    """Verbose: one step a line, the activations as layers of their own."""
    steps = []
    steps.append(keras.Input(shape=(n_inputs,)))
    steps.append(layers.Dense(units=n_code))
    steps.append(layers.LeakyReLU())
    steps.append(layers.Dense(units=n_inputs))
    steps.append(layers.Activation("sigmoid"))
    model = keras.Sequential(steps, name="autoencoder")
    optimizer = keras.optimizers.Adam(learning_rate=0.005)
    loss = keras.losses.BinaryCrossentropy()
    model.compile(optimizer=optimizer, loss=loss)
    return model
