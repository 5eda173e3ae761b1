# fails: test_untouched
# diagnosis: LEFT.trained
import keras


def make_encoder(autoencoder):
    rows = keras.random.uniform((32, *autoencoder.input_shape[1:]), seed=1)
    autoencoder.compile(keras.optimizers.SGD(0.5), "mse")
    autoencoder.fit(rows, rows, verbose=0)
    return keras.Model(autoencoder.inputs, autoencoder.layers[0].output)
