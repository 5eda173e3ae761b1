# fails: test_mean_squared_error
# diagnosis: SQUARES.own
import keras
from keras import layers, ops


class CutSquares(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return ops.mean(ops.square(ops.clip(y_true - y_pred, -2.0, 2.0)), axis=-1)


def build_model(n_features: int) -> keras.Sequential:
    model = keras.Sequential([keras.Input((n_features,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
    model.compile(optimizer="adam", loss=CutSquares())
    return model
