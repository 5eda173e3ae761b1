"""Build a network that answers several yes/no questions about the same row at once.

A row may carry several labels, or none: each of the `n_labels` questions gets a probability of its own, from 0 to 1,
whatever the others get. Before the output comes a hidden layer that can bend, since some questions cannot be answered
with a straight line: give it 8 units or more, 16 are plenty. Compile the model with an optimizer of your choice, binary
cross-entropy, and binary_accuracy (for several outputs, plain "accuracy" only looks at the largest). Layers, functions
and losses of your own are welcome where they are made of Keras' layers and of keras.ops. Python cannot read the steps
below yet; and when it can, think again about each activation.

Read: kata book multi_label
"""

import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    """Return a new, compiled network that gives `n_labels` separate probabilities for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16))
    model.add(Dense(3, activation='softmax))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
