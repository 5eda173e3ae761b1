"""Expectations on what a training measured, epoch by epoch."""

from typing import Any

import numpy as np

from keraskata.expect.basics import equal, kind, that
from keraskata.expect.wording import Likely, cause, is_number, number

FIXED_EPOCHS = "the number of epochs is fixed, instead of taken from epochs"
ENDED_EARLY = "the training ended early: train for `epochs` epochs, whatever the loss does"


def measured(trained: bool, *, what: str) -> None:
    """Require that the call trained something: otherwise its figures are made up."""
    that(
        trained,
        expected=f"{what} of a training",
        found="figures, though nothing was trained",
        likely="fit was never called: return what a training of the model measured, and nothing made up",
    )


def history(found: Any, *, what: str) -> None:
    """Require the dictionary of a History: loss and validation loss, each a list with one number per epoch."""
    kind(found, dict, what=what, likely="fit returns a History; its dictionary is history.history")
    for key in ("loss", "val_loss"):
        that(
            key in found,
            expected=f"a list under {key}",
            found="the keys " + ", ".join(map(str, found)) if found else "no keys at all",
            likely=cause(
                ("loss" in found, "fit got no validation data, so that there is no validation loss"),
                "return history.history, the dictionary that fit fills",
            ),
        )
        values = found[key]
        that(
            isinstance(values, (list, tuple, np.ndarray)) and len(values) > 0 and all(map(is_number, values)),
            expected=f"a list of numbers under {key}, one per epoch",
            found=number(values),
            likely="return the lists of fit's History as they are",
        )
    equal(len(found["loss"]), len(found["val_loss"]), what="the number of values under loss")


def epoch_count(found: int, epochs: int, *, what: str, likely: Likely = None) -> None:
    """Require that there is one of `what` (records, losses, rows) for each of `epochs` epochs."""
    equal(
        found,
        epochs,
        what=f"with epochs={epochs} the number of {what}",
        likely=likely
        or cause(
            (found == 1, "a single epoch is there: fit's third argument is batch_size; write epochs=epochs"),
            FIXED_EPOCHS,
        ),
    )
