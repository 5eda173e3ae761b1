# Right: two hidden layers of 8, with tanh; the loss is an object.
import keras
from keras.layers import Dense


def build_binary_classifier(n_features: int) -> keras.Model:
    """Return a compiled network that gives the probability of class 1 for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(8, "tanh"))
    model.add(Dense(8, "tanh"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.RMSprop(0.01), loss=keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model
