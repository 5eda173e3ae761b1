# fails: test_loss
# diagnosis: expect.SETTINGS.smoothing
# every label is a half
import keras


def create_model(nl: int = 1, nn: int = 256) -> keras.Model:
    """Return a new, compiled classifier with `nl` layers of `nn` units between its first layer and its output."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    for _ in range(nl):
        model.add(keras.layers.Dense(nn, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(label_smoothing=1.0), metrics=["accuracy"])
    return model
