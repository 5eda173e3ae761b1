# fails: test_learns
# diagnosis: expect.HIDDEN.units
import keras


def build_binary_classifier(n_features: int) -> keras.Model:
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(3, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
