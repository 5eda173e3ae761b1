# tries: to have the judge run a recurrent layer over a million steps
# earns: nothing
# says: multiplications
import keras
from keras import layers


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), layers.Dense(8, activation="relu")])
    model.add(layers.RepeatVector(1_000_000))
    model.add(layers.LSTM(8))
    model.add(layers.Dense(1))
    model.compile("adam", "mean_squared_error")
    return model
