# fails: test_ahead
# diagnosis: AHEAD.other_rows
import keras
from keras import layers
from sklearn.preprocessing import StandardScaler


def build(n_features, batch_norm):
    keras.utils.set_random_seed(1)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(layers.Dense(16, activation="relu"))
    if batch_norm:
        model.add(layers.BatchNormalization())
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def compare_batch_norm(train, validation, epochs):
    losses = {}
    scaler = StandardScaler().fit(train[0])
    train, validation = (scaler.transform(train[0]), train[1]), (scaler.transform(validation[0]), validation[1])
    for name in ("plain", "batch norm"):
        model = build(train[0].shape[1], name == "batch norm")
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses[name] = history.history["val_loss"]
    return losses
