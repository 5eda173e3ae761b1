# fails: test_answer
# diagnosis: COUNT.stopped
import keras
from keras import layers


def compare_batch_norm(train, validation, epochs):
    losses = {}
    for name, norm in (("plain", []), ("batch norm", [layers.BatchNormalization()])):
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input(train[0].shape[1:]), layers.Dense(16, "relu"), *norm])
        model.add(layers.Dense(1, activation="sigmoid"))
        model.compile(optimizer="adam", loss="binary_crossentropy")
        stop = keras.callbacks.EarlyStopping(min_delta=1e9, patience=1)
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0, callbacks=[stop])
        losses[name] = history.history["val_loss"]
    return losses
