# fails: test_by_hand
# diagnosis: BY_HAND.library
import keras


def categorical_crossentropy(y_true, y_pred):
    return keras.ops.convert_to_numpy(keras.losses.categorical_crossentropy(y_true, y_pred))


def binary_crossentropy(y_true, y_pred):
    return keras.ops.convert_to_numpy(keras.losses.binary_crossentropy(y_true, y_pred))
