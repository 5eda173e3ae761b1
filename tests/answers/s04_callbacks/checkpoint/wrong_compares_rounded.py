# fails: test_best
# diagnosis: CAUSES.small
# The losses are compared with four digits.
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    seen = []

    def keep(epoch, logs):
        loss = round(logs["val_loss"], 4)
        if not seen or loss < min(seen):
            model.save(path)
        seen.append(loss)

    callback = keras.callbacks.LambdaCallback(on_epoch_end=keep)
    return model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[callback], verbose=0).history
