# fails: test_loss
# diagnosis: expect.SETTINGS.ignored
# class 1 is never learned
import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape: tuple[int, int, int] = (28, 28, 1), n_classes: int = 3) -> keras.Sequential:
    """Return a new, compiled network with two convolutions, for images of `image_shape` and `n_classes` classes."""
    model = keras.Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, kernel_size=3, activation="relu"))
    model.add(Conv2D(8, kernel_size=3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(ignore_class=1), metrics=["accuracy"])
    return model
