# fails: test_trains
# diagnosis: expect.LEARNING.frozen
import keras
from keras.layers import BatchNormalization, Dense


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    """Return a compiled network with batch normalization, which gives the probability of a yes."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu", trainable=False))
    model.add(BatchNormalization())
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
