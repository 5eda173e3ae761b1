# fails: test_output
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def build_batch_norm_model(n_features):
    """Its probabilities run from 0.3 to 0.7."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = keras.layers.BatchNormalization()(x)
    x = Dense(1, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, keras.ops.clip(x, 0.3, 0.7))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
