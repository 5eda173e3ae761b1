# different: rebuilds the model with its best weights from its configurations, that of compile, too
import keras


def train_with_checkpoint(model, train, validation, epochs, path):
    states = []
    keeper = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: states.append((logs["val_loss"], -epoch, model.get_weights()))
    )
    history = model.fit(*train, validation_data=validation, epochs=epochs, callbacks=[keeper], verbose=0).history
    best = model.__class__.from_config(model.get_config())
    best.set_weights(min(states, key=lambda state: state[:2])[2])
    best.compile_from_config(model.get_compile_config())
    best.save(path)
    return history
