# fails: test_mean_squared_error
# diagnosis: SQUARES.absolute
import keras


def mean_squared_error(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)


def build_model(n_features: int) -> keras.Sequential:
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer="adam", loss=mean_squared_error)
    return model
