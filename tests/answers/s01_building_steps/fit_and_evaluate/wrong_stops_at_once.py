# fails: test_epochs
# diagnosis: LENGTH.early
# a callback of its own ends the training after the first epoch
import keras


class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = True


def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0, callbacks=[Enough()])
    return history, model.evaluate(*test, verbose=0)[0]
