# different: with batch normalization the activation is a layer of its own, behind it; raw numbers come out of one of both
import keras


def network(width, normed):
    keras.utils.set_random_seed(5)
    rows = keras.Input((width,))
    hidden = keras.layers.Dense(16, activation=None if normed else "relu", name="hidden")(rows)
    if normed:
        hidden = keras.layers.Activation("relu")(keras.layers.BatchNormalization()(hidden))
    answer = keras.layers.Dense(1, activation=None if normed else "sigmoid", name="answer")(hidden)
    model = keras.Model(rows, answer)
    model.compile(keras.optimizers.Adam(0.005), keras.losses.BinaryCrossentropy(from_logits=normed))
    return model


def compare_batch_norm(train, validation, epochs):
    losses = {}
    for normed in (False, True):
        model = network(train[0].shape[1], normed)
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses["batch norm" if normed else "plain"] = history.history["val_loss"]
    return losses
