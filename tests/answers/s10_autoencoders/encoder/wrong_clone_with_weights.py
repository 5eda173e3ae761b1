# fails: test_follows
# diagnosis: FOLLOWS.copy
import keras


def make_encoder(autoencoder):
    copy = keras.models.clone_model(autoencoder)
    copy.set_weights(autoencoder.get_weights())
    return keras.Model(copy.inputs, copy.layers[0].output)
