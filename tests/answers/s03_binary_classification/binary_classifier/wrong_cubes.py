# fails: test_loss
# diagnosis: expect.LOSS.own_value
import keras
from keras import layers, ops


def cubes(y_true, y_pred):
    y_true = ops.cast(ops.reshape(y_true, ops.shape(y_pred)), y_pred.dtype)
    return ops.mean(ops.abs(y_true - y_pred) ** 3, axis=-1)


def build_binary_classifier(n_features):
    model = keras.Sequential([keras.Input((n_features,)), layers.Dense(16, "relu"), layers.Dense(1, "sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=cubes, metrics=["accuracy"])
    return model
