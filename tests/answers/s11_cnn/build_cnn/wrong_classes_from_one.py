# fails: test_loss
# diagnosis: LOSS.own
# says: counted from 0
import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    def cross_entropy(labels, answers):
        labels = keras.ops.cast(keras.ops.reshape(labels, (-1,)), "int32")
        wanted = keras.ops.one_hot(labels - 1, n_classes)
        return keras.losses.categorical_crossentropy(wanted, answers)

    model = keras.Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, 3, activation="relu"))
    model.add(Conv2D(8, 3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation="softmax"))
    model.compile(optimizer="adam", loss=cross_entropy, metrics=["accuracy"])
    return model
