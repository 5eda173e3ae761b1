# fails: test_accuracy
# diagnosis: ACCURACY.one_hot
import keras
from keras.layers import Conv2D, Dense, Flatten


def build_cnn(image_shape=(28, 28, 1), n_classes=3):
    model = keras.Sequential()
    model.add(keras.Input(shape=image_shape))
    model.add(Conv2D(32, 3, activation="relu"))
    model.add(Conv2D(8, 3, activation="relu"))
    model.add(Flatten())
    model.add(Dense(n_classes, activation="softmax"))
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=[keras.metrics.MeanMetricWrapper(keras.metrics.categorical_accuracy, name="acc")],
    )
    return model
