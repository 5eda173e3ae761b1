# fails: test_starts_anew
# diagnosis: ANEW.shared
import keras
from keras import layers


def compare_batch_norm(train, validation, epochs):
    keras.utils.set_random_seed(1)
    hidden, output = layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")
    inputs = keras.Input(shape=(train[0].shape[1],))
    plain = keras.Model(inputs, output(hidden(inputs)))
    normed = keras.Model(inputs, output(layers.BatchNormalization()(hidden(inputs))))
    losses = {}
    for name, model in (("plain", plain), ("batch norm", normed)):
        model.compile(optimizer="adam", loss="binary_crossentropy")
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses[name] = history.history["val_loss"]
    return losses
