# fails: test_sigmoid
# diagnosis: expect.OUTPUT.linear
import keras


def create_model(nl=1, nn=256):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
