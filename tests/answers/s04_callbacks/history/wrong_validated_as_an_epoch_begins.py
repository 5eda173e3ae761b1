# fails: test_last_epoch
# diagnosis: FIGURES.early
# a callback validates when an epoch begins
import keras


def train_with_history(model, train, validation, epochs):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    scores = []

    class Validate(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            scores.append(self.model.evaluate(*validation, verbose=0))

    lists = dict(model.fit(*train, epochs=epochs, callbacks=[Validate()], verbose=0).history)
    lists["val_loss"], lists["val_accuracy"] = ([score[k] for score in scores] for k in (0, 1))
    return lists
