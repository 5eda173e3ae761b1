# fails: test_answers
# diagnosis: ACTIVATIONS.all
# an own softmax, whose sum goes over images and classes
import keras
from keras import ops
from keras.layers import Conv2D, Dense, Flatten


def shares(numbers):
    powers = ops.exp(numbers - ops.max(numbers))
    return powers / ops.sum(powers)


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    model = keras.Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, 3, activation="relu"))
    model.add(Conv2D(8, 3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation=shares))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
