# fails: test_last_epoch
# diagnosis: FIGURES.threshold
# an output counts as 1 only above 0.9
import keras


def train_with_history(model, train, validation, epochs):
    accuracy = keras.metrics.BinaryAccuracy("accuracy", threshold=0.9)
    model.compile("adam", "binary_crossentropy", metrics=[accuracy])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
