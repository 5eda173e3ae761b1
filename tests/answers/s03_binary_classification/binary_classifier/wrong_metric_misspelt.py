# fails: test_accuracy, test_trains
# says: acuracy, check its spelling
import keras


def build_binary_classifier(n_features):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["acuracy"])
    return model
