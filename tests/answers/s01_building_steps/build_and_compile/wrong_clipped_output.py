# fails: test_linear_output
# diagnosis: LAST.other
import keras
from keras.layers import Dense


def build_model(n_features):
    """Near zero it is linear; far out it is not."""
    output = Dense(1, activation="hard_tanh")
    model = keras.Sequential([keras.Input((n_features,)), Dense(16, activation="relu"), output])
    model.compile(optimizer="adam", loss="mse")
    return model
