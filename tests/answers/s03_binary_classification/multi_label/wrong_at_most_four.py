# fails: test_shapes
# diagnosis: expect.OUTPUT.units
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    """Return a compiled network that gives `n_labels` separate probabilities for rows of `n_features` numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(min(n_labels, 4), activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    return model
