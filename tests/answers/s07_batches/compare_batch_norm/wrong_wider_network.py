# fails: test_batch_norm
# diagnosis: ALIKE.setting
import keras
from keras import layers


def build(n_features, batch_norm):
    keras.utils.set_random_seed(1)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(layers.Dense(32 if batch_norm else 16, activation="relu"))
    if batch_norm:
        model.add(layers.BatchNormalization())
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def compare_batch_norm(train, validation, epochs):
    losses = {}
    for name in ("plain", "batch norm"):
        model = build(train[0].shape[1], name == "batch norm")
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses[name] = history.history["val_loss"]
    return losses
