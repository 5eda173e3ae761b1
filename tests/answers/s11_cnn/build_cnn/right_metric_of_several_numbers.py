# a further metric
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
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy", keras.metrics.IoU(3, [0, 1], sparse_y_pred=False)])
    return model
