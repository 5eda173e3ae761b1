# fails: test_trains, test_unseen_digits
# diagnosis: LEARNED.same
import keras
from keras import initializers, layers


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential([keras.Input((n_inputs,))])
    model.add(layers.Dense(n_code, bias_initializer=initializers.Constant(-50), activation="relu"))
    model.add(layers.Dense(n_inputs, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy")
    return model
