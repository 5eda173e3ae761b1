# fails: test_layers
# diagnosis: BESIDE.kind
import keras


def create_model(nl=1, nn=256):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, use_bias=False))
        model.add(keras.layers.PReLU())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
