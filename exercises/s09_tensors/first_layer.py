"""Look into a layer: what goes in, what comes out, and which weights it keeps.

`model` is Sequential or functional, and built: a layer that was never called would know no shapes. A functional model
may branch, so that a layer need not read from the one before it in the list. `index` is a place in `model.layers` and
may be negative, as in any list; keras.Input counts as the first layer of a functional model, and not at all in a
Sequential one. Return a dictionary: name (text), input_shape and output_shape (tuples with None for the number of rows
and for any other length that is open, such as (None, 4)) and weights: a list of the shapes (tuples) of all its weights,
trainable or not, in the layer's own order; empty for a layer without weights. Each layer reads from one other layer.
Only an InputLayer reads from none, and its `input` is an empty list: what comes out of it counts as what goes in, too.

Read: kata book first_layer
"""

import keras


def describe_layer(model: keras.Model, index: int) -> dict:
    """Return name, input_shape, output_shape and weights (their shapes) of one layer of the model."""
    raise NotImplementedError
