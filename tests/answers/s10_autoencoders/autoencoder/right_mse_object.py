# two Sequentials within one; the loss in a list
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    squeeze = keras.Sequential([layers.Dense(n_code), layers.LeakyReLU()])
    give_back = keras.Sequential([layers.Dense(n_inputs), layers.Activation(keras.ops.sigmoid)])
    model = keras.Sequential([keras.Input((n_inputs,)), squeeze, give_back])
    model.compile(
        optimizer=keras.optimizers.Nadam(0.003), loss=[keras.losses.MeanSquaredError()], metrics=["mse", "mae"]
    )
    return model
