# fails: test_loss
# diagnosis: expect.LOSS.own
import keras
from keras import layers, ops


def cross_entropy(y_true, y_pred):
    y_pred = ops.stop_gradient(ops.clip(y_pred, 1e-7, 1 - 1e-7))
    y_true = ops.cast(ops.reshape(y_true, ops.shape(y_pred)), y_pred.dtype)
    return ops.mean(-(y_true * ops.log(y_pred) + (1 - y_true) * ops.log(1 - y_pred)), axis=-1)


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,)), layers.Dense(16, "relu"), layers.Dense(1, "sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=cross_entropy, metrics=["accuracy"])
    return model
