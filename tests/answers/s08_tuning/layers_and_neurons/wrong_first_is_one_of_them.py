# fails: test_layers
# diagnosis: UNITS.too_few
import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    inputs = keras.Input((2,))
    hidden = [keras.layers.Dense(16, "relu"), *(keras.layers.Dense(nn, "relu") for _ in range(nl - 1))]
    row = inputs
    for layer in hidden:
        row = layer(row)
    model = keras.Model(inputs, keras.layers.Dense(1, "sigmoid")(row))
    model.compile(loss="bce", optimizer="adam", metrics=["acc"])
    return model
