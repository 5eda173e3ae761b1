# fails: test_best
# diagnosis: CAUSES.written_over
# the best model is kept, and then written over
import keras
def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    h = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    model.save(path)
    return h
