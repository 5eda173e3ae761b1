"""Build a small convolutional network that sorts images into classes, and compile it.

The model reads images of `image_shape`, which is (height, width, channels), with pixels from 0 to 1. It has, in this
order: a convolution with 32 filters of 3 x 3 and relu, a convolution with 8 filters of 3 x 3 and relu (neither pads the
image, and both move by one pixel, as Keras does unless told otherwise), Flatten, and softmax over `n_classes`; nothing
else that has weights, changes the answers or holds weights back (Dropout, which predictions leave out, is free).
Compile it with an optimizer of your choice, accuracy, and the cross-entropy for labels that are whole numbers from 0 to
n_classes - 1: sparse categorical cross-entropy. Layers, functions and losses of your own are welcome where they are
made of Keras' layers and of keras.ops. The steps below lack a few things, and Python stops at the first.

Read: kata book build_cnn
"""

import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape: tuple[int, int, int] = (28, 28, 1), n_classes: int = 3) -> keras.Sequential:
    """Return a new, compiled network with two convolutions, for images of `image_shape` and `n_classes` classes."""
    model = Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, kernel_size=3, activation="relu")
    model.add(Conv2D(8, kernel_size=3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation="softmax"))
    return model
