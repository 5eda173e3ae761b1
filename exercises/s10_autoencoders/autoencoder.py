"""Build an autoencoder: it squeezes each row through a narrow code and gives the same row back.

It reads rows of `n_inputs` numbers, all of them in 0..1, brings each down to a code of exactly `n_code` numbers, and
answers with `n_inputs` numbers again. The code is the narrowest layer, and nothing goes around it. Two Dense layers
will do: relu for the code, sigmoid for the output, which has to lie in 0..1 as the rows do. Compile the model with an
optimizer of your choice and with binary cross-entropy or mean squared error. Layers, functions and losses of your own
are welcome where they are made of Keras' layers and of keras.ops. The steps below run, but the code is wider than
asked, and outputs may come out below 0 or above 1, where the cross-entropy has no meaning: Keras clips them first, and
nothing is learnt from them.

Read: kata book autoencoder
"""

import keras
from keras.layers import Dense


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    """Return a new, compiled network that squeezes rows of `n_inputs` numbers through `n_code` and gives them back."""
    autoencoder = keras.Sequential()
    autoencoder.add(keras.Input(shape=(n_inputs,)))
    autoencoder.add(Dense(8 * n_code, activation="relu"))
    autoencoder.add(Dense(n_inputs))
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    return autoencoder
