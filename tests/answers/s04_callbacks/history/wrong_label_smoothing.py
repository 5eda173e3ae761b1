# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.setting
# the loss takes labels of 0 and 1 for 0.1 and 0.9 (from_logits is no fault that shows on TensorFlow, whose Keras undoes it)
import keras


def train_with_history(model, train, validation, epochs):
    model.compile("adam", keras.losses.BinaryCrossentropy(label_smoothing=0.2), metrics=["accuracy"])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
