# fails: test_starts_anew
# diagnosis: ANEW.shared
import keras
from keras import layers


def compare_batch_norm(train, validation, epochs):
    hidden, output = layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")
    losses = {}
    for key, stack in (("plain", [hidden, output]), ("batch norm", [hidden, layers.BatchNormalization(), output])):
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input(shape=train[0].shape[1:]), *stack])
        model.compile(optimizer="adam", loss="binary_crossentropy")
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses[key] = history.history["val_loss"]
    return losses
