# different: a function inside the function knows optimizer and activation
import keras
from keras import layers
from scikeras.wrappers import KerasClassifier


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    def build():
        model = keras.Sequential([keras.Input((2,)), layers.Dense(32, activation), layers.Dense(1, "sigmoid")])
        model.compile(optimizer, keras.losses.BinaryCrossentropy(), metrics=[keras.metrics.BinaryAccuracy()])
        return model

    return KerasClassifier(build, epochs=epochs, batch_size=batch_size, verbose=0)
