# fails: test_constant
# diagnosis: FIXED.tiny
import keras


def standardize(train, test):
    layer = keras.layers.Normalization()
    layer.adapt(train)
    return keras.ops.convert_to_numpy(layer(train)), keras.ops.convert_to_numpy(layer(test))
