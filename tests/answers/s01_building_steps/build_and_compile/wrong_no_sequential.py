# fails: test_shapes
# says: model, NameError
import keras
from keras.layers import Dense


def build_model(n_features):
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu"))
    model.add(Dense(1))
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
