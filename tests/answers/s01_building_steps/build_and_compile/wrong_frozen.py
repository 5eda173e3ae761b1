# fails: test_learns
# diagnosis: expect.LEARNING.frozen
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.trainable = False
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
