# different: the history as a pandas frame
import keras
import numpy as np
import pandas as pd


def train_autoencoder(
    autoencoder: keras.Model, train: np.ndarray, validation: np.ndarray, epochs: int
) -> dict[str, list[float]]:
    """Train the model to give each row back; return its loss on `train` and on `validation` after each epoch."""
    inputs = targets = train
    held_out = (validation,) * 2
    result = autoencoder.fit(inputs, targets, epochs=epochs, validation_data=held_out, verbose=0)
    table = pd.DataFrame(result.history, index=pd.RangeIndex(1, epochs + 1, name="epoch"))
    return table.loc[:, ["loss", "val_loss"]].to_dict(orient="list")
