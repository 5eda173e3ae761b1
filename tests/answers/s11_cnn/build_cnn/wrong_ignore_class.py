# fails: test_loss
# diagnosis: expect.SETTINGS.ignored
import keras
from keras import layers


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    model = keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Conv2D(32, 3, activation="relu"),
            layers.Conv2D(8, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(ignore_class=0), metrics=["accuracy"])
    return model
