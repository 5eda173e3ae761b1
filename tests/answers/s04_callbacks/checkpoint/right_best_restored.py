# different: the model gets its best weights back and is saved once, after the training
from keras import callbacks


def train_with_checkpoint(model, train, validation, epochs, path):
    keeper = callbacks.EarlyStopping(monitor="val_loss", patience=epochs, restore_best_weights=True)
    x, y = train
    fitted = model.fit(x, y, epochs=epochs, validation_data=validation, callbacks=[keeper], verbose=0)
    model.save(path, overwrite=True)
    return fitted.history
