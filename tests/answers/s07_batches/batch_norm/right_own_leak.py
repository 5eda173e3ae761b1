# different: an activation of its own that Keras has not, and a loss of its own
import keras
from keras import ops


def leaky(x):
    return ops.maximum(x, 0.1 * x)


def cross_entropy(y_true, y_pred):
    yes = ops.clip(y_pred, 1e-7, 1.0 - 1e-7)
    truth = ops.cast(ops.reshape(y_true, ops.shape(y_pred)), yes.dtype)
    return -ops.mean(truth * ops.log(yes) + (1.0 - truth) * ops.log(1.0 - yes), axis=-1)


def build_batch_norm_model(n_features: int) -> keras.Sequential:
    """Return a new, compiled network with batch normalization, which gives the probability of a yes."""
    model = keras.Sequential(name="with_batch_norm")
    for layer in (
        keras.Input(shape=(n_features,)),
        keras.layers.Dense(20, activation=leaky),
        keras.layers.BatchNormalization(),
        keras.layers.Dense(1, activation="sigmoid"),
    ):
        model.add(layer)
    model.compile(optimizer="adam", loss=cross_entropy)
    return model
