# fails: test_file
# diagnosis: CAUSES.other_loss
# a copy with another loss is saved
import keras
def train_with_checkpoint(model, train, validation, epochs, path):
    saver = keras.callbacks.EarlyStopping(patience=100, restore_best_weights=True)
    h = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[saver], verbose=0).history
    c = keras.models.clone_model(model); c.set_weights(model.get_weights()); c.compile('adam', 'mse'); c.save(path)
    return h
