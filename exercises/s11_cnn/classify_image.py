"""Say what a network such as ResNet50 sees in photographs: its best guesses, and how sure it is of each.

`model` answers a batch of photographs with a row of 1,000 probabilities each, one for every class of ImageNet; `batch`
is prepared for it already. Return one list of pairs (name, probability): for each photograph its `top` likeliest
classes, the likeliest first, and the photographs one after the other, so that two of them and top=3 give six pairs.
keras.applications.resnet50.decode_predictions knows the names: it makes a list of triples (id, name, probability) of
each row. Give the name ("tabby"), not the id ("n02123045"), and the probability as a number from 0 to 1, not rounded;
names stay as they are, and so does `batch`.
Keras downloads the file with the names when it is first needed; where there is no network,
`keraskata.datasets.class_index_at_hand()` puts it in its place.

Read: kata book classify_image
"""

import keras
import numpy as np


def classify(model: keras.Model, batch: np.ndarray, top: int = 3) -> list[tuple[str, float]]:
    """Return the names and probabilities of the `top` likeliest classes of each photograph."""
    probabilities = model.predict(batch, verbose=0)
    decoded = keras.applications.resnet50.decode_predictions(probabilities, top=top)
    return [(guess[0], guess[2]) for guess in decoded[0]]
