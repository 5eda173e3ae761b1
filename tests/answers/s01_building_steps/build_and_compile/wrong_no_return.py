# fails: test_shapes
# diagnosis: expect.CALL.no_return
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mean_squared_error")
