# fails: test_shapes
# diagnosis: expect.EACH_ROW.number
# two hidden layers are joined along the rows, and not side by side
import keras
from keras import layers


def build_model(n_features):
    rows = keras.Input((n_features,))
    parts = [layers.Dense(8, activation="relu")(rows) for _ in range(2)]
    model = keras.Model(rows, layers.Dense(1)(layers.Concatenate(axis=0)(parts)))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
