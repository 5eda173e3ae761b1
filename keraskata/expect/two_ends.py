"""Expectations on the two ends of a network: the width of its rows, and the units and activation of its output."""

from collections.abc import Sequence
from typing import Any

from keraskata.expect.basics import equal
from keraskata.expect.keras_models import CHANGED, built, output_activation
from keraskata.expect.wording import cause


def widths(
    found: Any,
    n_features: int,
    n_outputs: int,
    *,
    what: str,
    inputs: Sequence[tuple[int, str]] = (),
    outputs: Sequence[tuple[int, str]] = (),
) -> None:
    """Require a model that reads rows of `n_features` numbers and answers each with `n_outputs` numbers.

    `inputs` and `outputs` say what is wrong with certain other widths: (width, words).
    """
    built(found, what=what)
    reads, answers = found.input_shape, found.output_shape
    equal(
        reads,
        (None, n_features),
        what=f"the input shape of {what}",
        likely=cause(
            *((reads == (None, width), words) for width, words in inputs),
            (len(reads) > 2, "the shape counts the rows as well; give the shape of a single row"),
            "the width is fixed, or taken from something else than n_features: the shape of a row is (n_features,)",
        ),
    )
    units = "exactly one unit" if n_outputs == 1 else f"{n_outputs} units here"
    equal(
        answers,
        (None, n_outputs),
        what=f"the output shape of {what}",
        likely=cause(
            *((answers == (None, width), words) for width, words in outputs),
            f"the last Dense layer needs {units}",
        ),
    )


def sigmoid_output(
    found: Any,
    *,
    what: str = "the activation of the output",
    softmax: str = "softmax makes a row sum to 1: over a single unit it always answers 1, and nothing is learned",
) -> None:
    """Require that each output of a model is made by sigmoid; `softmax` says why softmax is wrong here."""
    name = output_activation(found)
    equal(
        name,
        "sigmoid",
        what=what,
        likely=cause(
            (name == "softmax", softmax),
            (name == "linear", "without an activation any number comes out; sigmoid makes a probability of it"),
            (name == "tanh", "tanh runs from -1 to 1; a probability runs from 0 to 1"),
            (name == "relu", "relu goes on without end; a probability runs from 0 to 1"),
            (name == "unknown", CHANGED),
            'give the output layer activation="sigmoid"',
        ),
    )
