# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.setting
# the loss takes the output of the sigmoid for a sum
import keras


def train_with_history(model, train, validation, epochs):
    model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
