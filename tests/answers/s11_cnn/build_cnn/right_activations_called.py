# different: the functional API, activations that are called as functions
import keras
from keras import activations, layers


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    pixels = keras.Input(image_shape)
    x = activations.relu(layers.Conv2D(32, 3)(pixels))
    x = activations.relu(layers.Conv2D(8, 3)(x))
    model = keras.Model(pixels, activations.softmax(layers.Dense(n_classes)(layers.Flatten()(x))))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
