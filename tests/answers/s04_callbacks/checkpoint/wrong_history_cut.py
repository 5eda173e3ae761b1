# fails: test_history
# diagnosis: CAUSES.cut
# the history ends with the best epoch
import keras
def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    h = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    n = h['val_loss'].index(min(h['val_loss'])) + 1
    return {k: v[:n] for k, v in h.items()}
