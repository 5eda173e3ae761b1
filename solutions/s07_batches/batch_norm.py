"""Put a batch normalization layer between two Dense layers, and compile the model.

The model reads rows of `n_features` numbers. A hidden Dense layer with an activation such as relu comes first, then
BatchNormalization (or between the two, if you like), then a Dense layer whose single sigmoid unit answers a yes/no
question. All layers learn. Compile it with an optimizer of your choice and binary cross-entropy. In training,
BatchNormalization normalizes by the mean and variance of the batch at hand, and keeps moving averages of both over many
batches; at inference, when the model evaluates or predicts, it normalizes by these moving averages, so that the answer
to a row does not depend on the rows beside it. Keras switches between the two by itself. Layers, functions and losses
of your own are welcome where they are made of Keras' layers and of keras.ops, and write into no weight themselves. The
steps below are those of the notes: one is missing.

Read: kata book batch_norm
"""

import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled network with batch normalization, which gives the probability of a yes."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
