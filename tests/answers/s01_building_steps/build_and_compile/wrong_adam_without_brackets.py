# fails: test_shapes
# says: a class, with brackets
# the class Adam in place of an optimizer
import keras
from keras.layers import Dense


def build_model(n_features):
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam, loss="mse")
    return model
