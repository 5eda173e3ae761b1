# fails: test_shapes
# diagnosis: expect.EACH_ROW.beside
import keras
from keras import layers


def build_model(n_features):
    rows = keras.Input((n_features,))
    hidden = layers.Dense(16, activation="relu")(rows)
    hidden = hidden - keras.ops.mean(hidden, axis=0, keepdims=True)
    model = keras.Model(rows, layers.Dense(1)(hidden))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
