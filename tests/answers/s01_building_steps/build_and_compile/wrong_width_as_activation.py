# fails: test_shapes
# says: 12, place of the activation
# a number as the second argument of Dense
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(n_features, 12), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
