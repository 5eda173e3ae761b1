# different: the older spelling, in which the first layer is told the shape of a row
from keras.activations import relu
from keras.layers import Dense
from keras.models import Sequential


def build_model(n_features):
    model = Sequential()
    model.add(Dense(10, input_shape=(n_features,), activation=relu))
    model.add(Dense(1, activation=None))
    model.compile(loss="mse")
    return model
