# fails: test_last_epoch, test_measured
# diagnosis: FIGURES.metric
import keras


def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.CategoricalAccuracy(name="accuracy")])
    return model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history
