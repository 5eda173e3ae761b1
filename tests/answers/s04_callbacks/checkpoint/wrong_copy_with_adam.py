# fails: test_file
# diagnosis: CAUSES.other_loss
# says: another optimizer
# a copy is saved, compiled with an optimizer of its own
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    best = keras.callbacks.EarlyStopping(patience=epochs, restore_best_weights=True)
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[best], verbose=0).history
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(optimizer="adam", loss=model.loss, metrics=["accuracy"])
    copy.save(path)
    return history
