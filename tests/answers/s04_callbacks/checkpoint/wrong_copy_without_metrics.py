# fails: test_file
# diagnosis: CAUSES.other_loss
# says: other metrics
# a copy is saved, compiled with loss and optimizer alone
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    best = keras.callbacks.EarlyStopping(patience=epochs, restore_best_weights=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[best], verbose=0).history
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(optimizer=model.optimizer.__class__.from_config(model.optimizer.get_config()), loss=model.loss)
    copy.save(path)
    return history
