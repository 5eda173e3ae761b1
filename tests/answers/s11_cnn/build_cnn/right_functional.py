# different: functional, tuples for the kernels, RMSprop, the loss and the metric as objects
import keras
from keras import layers


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    pixels = keras.Input(image_shape)
    x = layers.Conv2D(filters=32, kernel_size=(3, 3), strides=(1, 1), padding="valid", activation="relu")(pixels)
    x = layers.Conv2D(filters=8, kernel_size=(3, 3), activation=keras.activations.relu)(x)
    out = layers.Dense(units=n_classes, activation=keras.activations.softmax)(layers.Flatten()(x))
    net = keras.Model(pixels, out)
    loss = keras.losses.SparseCategoricalCrossentropy()
    net.compile("rmsprop", loss, metrics=[keras.metrics.SparseCategoricalAccuracy()])
    return net
