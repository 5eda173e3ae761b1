# fails: test_linear_output
# diagnosis: LAST.sigmoid
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="mse")
    return model
