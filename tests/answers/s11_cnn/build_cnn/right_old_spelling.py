# different: input_shape on the first layer, as in Keras 2, and weights drawn another way
import keras
from keras.models import Sequential


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    model = Sequential()
    model.add(keras.layers.Conv2D(32, 3, activation="relu", input_shape=image_shape, kernel_initializer="he_normal"))
    model.add(keras.layers.Conv2D(8, 3, activation="relu", kernel_initializer="he_normal"))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(n_classes, activation="softmax"))
    model.compile(optimizer=keras.optimizers.AdamW(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
