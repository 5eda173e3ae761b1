# different: keeps the last weights, relies on the default monitor, shows the training, splits taken apart
from keras.callbacks import EarlyStopping


def train_with_early_stopping(model, train, validation, patience, max_epochs):
    x, y = train
    rule = EarlyStopping(patience=patience, mode="min", verbose=1)
    fitted = model.fit(x, y, epochs=max_epochs, batch_size=4, validation_data=validation, callbacks=rule)
    return fitted.history
