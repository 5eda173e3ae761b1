"""Make depth and width of a network numbers that can be tuned.

`create_model(nl, nn)` builds a classifier for points of the plane: two features come in, and the answer is the
probability of class 1. It begins with `keras.Input` and a Dense layer of 16 units. Then come `nl` further Dense layers
(none when nl is 0) of `nn` units each, then the output, a single sigmoid unit. All layers before the output use relu,
and all can be trained; layers without weights, such as Dropout, may stand between them. Compile the model with an
optimizer of your choice, binary cross-entropy and accuracy, and return a new one from each call. Layers, functions and
losses of your own are welcome where they are made of Keras' layers and of keras.ops. The steps below stop half-way.

Read: kata book layers_and_neurons
"""

import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a new, compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, activation="relu"))
