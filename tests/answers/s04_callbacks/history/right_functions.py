# different: a metric object, Adam with a high rate, named arguments, a plain dict of the four lists
import keras

NAMES = ("loss", "accuracy", "val_loss", "val_accuracy")


def train_with_history(model, train, validation, epochs):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.02),
        loss=keras.losses.BinaryCrossentropy(),
        metrics=[keras.metrics.BinaryAccuracy(name="accuracy")],
    )
    model.fit(x=train[0], y=train[1], epochs=epochs, batch_size=8, validation_data=tuple(validation), verbose=2)
    return {name: model.history.history[name] for name in NAMES}
