# fails: test_sigmoid
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Activation, Dense


def build_binary_classifier(n_features):
    """Its probabilities never leave 0.27 to 0.73."""
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1, "hard_tanh")])
    model.add(Activation("sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
