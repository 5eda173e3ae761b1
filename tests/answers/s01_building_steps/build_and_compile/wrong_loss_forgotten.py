# fails: test_mean_squared_error
# diagnosis: expect.LOSS.none
# compile is told no loss
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam")
    return model
