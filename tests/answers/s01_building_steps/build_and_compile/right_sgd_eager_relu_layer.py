# Right: SGD by name, run eagerly; a layer as activation; a function as loss; dropout.
import keras
from keras.losses import mean_squared_error


def build_model(n_features: int) -> keras.Sequential:
    model = keras.Sequential(name="notes")
    for layer in (
        keras.Input(shape=(n_features,)),
        keras.layers.Dense(64, activation=keras.layers.ReLU()),
        keras.layers.Dropout(0.1),
        keras.layers.Dense(1, activation=keras.activations.linear),
    ):
        model.add(layer)
    model.compile(optimizer="sgd", loss=mean_squared_error, run_eagerly=True)
    return model
