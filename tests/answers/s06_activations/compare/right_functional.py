# different: functional API, two hidden layers, SGD, scores with from_logits, pd.concat of Series
import keras
import pandas as pd


def network(width, kind):
    keras.utils.set_random_seed(20)
    rows = keras.Input((width,))
    hidden = keras.layers.Dense(12, activation=kind)(rows)
    hidden = keras.layers.Dense(8, activation=kind)(hidden)
    model = keras.Model(rows, keras.layers.Dense(1)(hidden))
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.05), loss, metrics=["accuracy"])
    return model


def compare_activations(activations, train, validation, epochs):
    columns = []
    for kind in activations:
        model = network(train[0].shape[-1], kind)
        fitted = model.fit(train[0], train[1], batch_size=16, epochs=epochs, validation_data=(validation[0], validation[1]), verbose=2)
        columns.append(pd.Series(fitted.history["val_loss"], name=kind, index=range(1, epochs + 1)))
    return pd.concat(columns, axis=1)
