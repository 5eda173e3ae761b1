# fails: test_trains
# diagnosis: expect.WEIGHTS.no_gradient
# the gradient is stopped between two layers of the functional model
import keras


def build_batch_norm_model(n_features: int) -> keras.Model:
    """Return a new, compiled network with batch normalization, which gives the probability of a yes."""
    rows = keras.Input((n_features,))
    hidden = keras.ops.stop_gradient(keras.layers.Dense(16, activation="relu")(rows))
    answers = keras.layers.Dense(1, activation="sigmoid")(keras.layers.BatchNormalization()(hidden))
    model = keras.Model(rows, answers)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
