"""Train a network without and with batch normalization, and put the validation losses side by side.

`train` and `validation` are pairs (features, labels) with labels 0 or 1; take the features as they are. The plain
network has one hidden Dense layer with relu, and a Dense output for a yes/no question. The other is the same in
everything, with the same optimizer, learning rate and batch size, but has a BatchNormalization layer between the two.
Compile both with binary cross-entropy, train each on `train` for `epochs` epochs and validate it on `validation` after
each. To be fair, set the same seed before you build each network, in every run: both then start with new Dense layers
of the same weights. Return a dictionary with the keys "plain" and "batch norm": the validation loss of each epoch.
Where columns differ much in size, the first step is to standardize them; here you leave them, to see what the layer
alone can do. That it works by reducing "internal covariate shift" is the explanation of its authors, and has been
disputed since.

Read: kata book compare_batch_norm
"""

import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def compare_batch_norm(train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    """Return the validation losses of the plain network and of the one with batch normalization."""
    raise NotImplementedError
