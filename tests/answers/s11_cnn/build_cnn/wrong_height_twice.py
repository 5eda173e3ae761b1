# fails: test_shapes
# diagnosis: INPUT.square
import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape: tuple[int, int, int] = (28, 28, 1), n_classes: int = 3) -> keras.Sequential:
    """Return a new, compiled network with two convolutions, for images of `image_shape` and `n_classes` classes."""
    size, channels = image_shape[0], image_shape[-1]
    model = keras.Sequential()
    model.add(keras.Input(shape=(size, size, channels)))
    model.add(Conv2D(32, kernel_size=3, activation="relu"))
    model.add(Conv2D(8, kernel_size=3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
