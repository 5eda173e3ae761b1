# different: the Dense weights copied over, and the seed set again before fit; no bias before the normalization
import keras


def compare_batch_norm(train, validation, epochs):
    keras.utils.set_random_seed(11)
    width = train[0].shape[1]
    plain = keras.Sequential(
        [
            keras.Input((width,)),
            keras.layers.Dense(20, activation="relu", use_bias=False),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    normed = keras.Sequential(
        [
            keras.Input((width,)),
            keras.layers.Dense(20, activation="relu", use_bias=False),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    normed.layers[0].set_weights(plain.layers[0].get_weights())
    normed.layers[2].set_weights(plain.layers[1].get_weights())
    losses = {}
    for model, name in ((plain, "plain"), (normed, "batch norm")):
        keras.utils.set_random_seed(12)
        model.compile(optimizer="nadam", loss="binary_crossentropy")
        losses[name] = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
    return losses
