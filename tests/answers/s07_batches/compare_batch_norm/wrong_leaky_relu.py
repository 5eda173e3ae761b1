# fails: test_batch_norm
# diagnosis: ALIKE.activation
import keras


def build(width, normed):
    keras.utils.set_random_seed(3)
    model = keras.Sequential([keras.Input((width,))])
    model.add(keras.layers.Dense(16))
    model.add(keras.layers.ReLU(negative_slope=0.1 * normed))
    if normed:
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
    return model


def compare_batch_norm(train, validation, epochs):
    return {
        name: build(train[0].shape[1], normed)
        .fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        .history["val_loss"]
        for name, normed in (("plain", False), ("batch norm", True))
    }
