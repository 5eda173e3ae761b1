# fails: test_same_start
# diagnosis: SEEDS.behind
# says: behind get_model
import keras
import pandas as pd

SEED = 1


def get_model(activation: str, n_features: int) -> keras.Model:
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(4, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model


def compare_activations(activations: list[str], train, validation, epochs: int) -> pd.DataFrame:
    curves = {}
    for activation in activations:
        model = get_model(activation, train[0].shape[1])
        keras.utils.set_random_seed(SEED)
        model.compile(optimizer="adam", loss="binary_crossentropy")
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        curves[activation] = history.history["val_loss"]
    return pd.DataFrame(curves)
