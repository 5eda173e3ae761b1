# fails: test_validation
# diagnosis: OUTPUT.linear
import keras
from keras import layers


def compare_batch_norm(train, validation, epochs):
    losses = {}
    for name, norm in (("plain", []), ("batch norm", [layers.BatchNormalization()])):
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input(train[0].shape[1:]), layers.Dense(16, "relu"), *norm, layers.Dense(1)])
        model.compile(optimizer="adam", loss="binary_crossentropy")
        losses[name] = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
    return losses
