# fails: test_trained
# diagnosis: expect.WEIGHTS.otherwise
import keras


def train_autoencoder(autoencoder, train, validation, epochs):
    copy = keras.models.clone_model(autoencoder)
    copy.set_weights(autoencoder.get_weights())
    copy.compile_from_config(autoencoder.get_compile_config())
    return copy.fit(train, train, validation_data=(validation, validation), epochs=epochs, verbose=0).history
