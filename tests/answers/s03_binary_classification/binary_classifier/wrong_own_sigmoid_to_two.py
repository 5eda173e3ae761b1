# fails: test_sigmoid
# diagnosis: expect.OUTPUT.steps
import keras


def sigmoid(x):
    return 2 / (1 + keras.ops.exp(-x))


def build_binary_classifier(n_features: int) -> keras.Model:
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1, activation=sigmoid))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
