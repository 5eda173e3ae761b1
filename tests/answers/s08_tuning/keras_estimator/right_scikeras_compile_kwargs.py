# different: SciKeras with compile_kwargs, the functional API, two softmax units
import keras
from scikeras.wrappers import KerasClassifier


def build(hidden, compile_kwargs):
    point = keras.Input(shape=(2,))
    signal = keras.layers.Activation(hidden)(keras.layers.Dense(24)(point))
    model = keras.Model(point, keras.layers.Dense(2, "softmax")(signal))
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"], optimizer=compile_kwargs["optimizer"])
    return model


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    settings = {"model__hidden": activation, "optimizer": optimizer, "epochs": epochs, "batch_size": batch_size}
    return KerasClassifier(model=build, verbose=0, **settings)
