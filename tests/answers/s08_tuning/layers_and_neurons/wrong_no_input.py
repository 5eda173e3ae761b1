# fails: test_layers, test_no_layers
# diagnosis: expect.INPUT.unknown
import keras


def create_model(nl=1, nn=256):
    model = keras.Sequential()
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
