# fails: test_answers, test_loss
# diagnosis: ACTIVATIONS.logits, expect.SETTINGS.from_logits
import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    model = keras.Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, 3, activation="relu"))
    model.add(Conv2D(8, 3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes))
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model
