# fails: test_sigmoid
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def build_binary_classifier(n_features: int) -> keras.Model:
    """Return a compiled network that gives the probability of class 1 for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.add(keras.layers.Rescaling(0.5))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
