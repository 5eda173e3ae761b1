# fails: test_loss
# diagnosis: expect.SETTINGS.smoothing
# with this much smoothing a yes becomes a no
import keras
from keras.layers import Dense


def build_binary_classifier(n_features: int) -> keras.Model:
    """Return a new, compiled network that gives the probability of class 1 for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(label_smoothing=2.0), metrics=["accuracy"])
    return model
