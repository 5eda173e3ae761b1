# fails: test_code
# diagnosis: WIDTH.sizes
# The widths are halved until they are less than n_code: for 100 and 4 the last one is 3.
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    widths = [n_inputs]
    while widths[-1] >= n_code and widths[-1] > 1:
        widths.append(widths[-1] // 2)
    hidden = [Dense(width, activation="relu") for width in widths[1:] + widths[-2:0:-1]]
    model = keras.Sequential([keras.Input((n_inputs,)), *hidden, Dense(n_inputs, activation="sigmoid")])
    model.compile(optimizer="adam", loss="mean_squared_error")
    return model
