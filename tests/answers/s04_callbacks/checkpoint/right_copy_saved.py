# different: saves a copy, which clone_model compiles as the model is
import keras


class KeepCopy(keras.callbacks.Callback):
    def __init__(self, where):
        super().__init__()
        self.where, self.losses = where, []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["val_loss"])
        if min(self.losses) == self.losses[-1]:
            twin = keras.models.clone_model(self.model)
            twin.set_weights(self.model.get_weights())
            twin.save(self.where)


def train_with_checkpoint(model, train, validation, epochs, path):
    watching = [KeepCopy(path)]
    return model.fit(*train, epochs=epochs, validation_data=validation, callbacks=watching, verbose=0).history
