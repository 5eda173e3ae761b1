# fails: test_trains
# diagnosis: expect.WEIGHTS.not_numbers
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(Dense(16, activation="relu", bias_initializer=keras.initializers.Constant(float("nan"))))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
