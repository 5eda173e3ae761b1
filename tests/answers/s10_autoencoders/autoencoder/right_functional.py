# different: functional API, a linear code, mean squared error, RMSprop
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    row = keras.Input((n_inputs,))
    code = layers.Dense(n_code, name="code")(row)
    back = layers.Dense(n_inputs, activation="sigmoid", name="row")(code)
    model = keras.Model(row, back)
    model.compile(keras.optimizers.RMSprop(0.001), loss=keras.losses.MeanSquaredError())
    return model
