"""Build a network that decides between two classes, and compile it.

The model reads rows of `n_features` numbers and answers each with one probability: that of class 1, from a single
sigmoid unit (class 0 has the rest). Before it comes a hidden layer that can bend, so that the model can learn even
rings, which no straight line separates: give it 8 units or more, for with fewer it often gets stuck. Compile it with an
optimizer of your choice, binary cross-entropy and accuracy. Three outputs, as in the notes, would be three separate
yes/no questions. Layers, functions and losses of your own are welcome where they are made of Keras' layers and of
keras.ops. The steps below run, but the model can never learn the rings, and Keras warns about the old way to give the
shape.

Read: kata book binary_classifier
"""

import keras
from keras.layers import Dense


def build_binary_classifier(n_features: int) -> keras.Model:
    """Return a new, compiled network that gives the probability of class 1 for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
