"""Expectations on what a training measured, epoch by epoch."""

from typing import Any

import numpy as np

from keraskata.expect.basics import equal, kind, that
from keraskata.expect.causes import COUNT, FIT, HISTORY
from keraskata.expect.wording import Likely, is_number, number


def measured(trained: bool, *, what: str) -> None:
    """Require that the call trained something: otherwise its figures are made up."""
    that(
        trained,
        expected=f"{what} of a training",
        found="figures, though nothing was trained",
        likely=FIT.says("never"),
    )


def history(found: Any, *, what: str) -> None:
    """Require the dictionary of a History: loss and validation loss, each a list with one number per epoch."""
    kind(found, dict, what=what, likely=HISTORY.says("not_a_dict"))
    for key in ("loss", "val_loss"):
        that(
            key in found,
            expected=f"a list under {key}",
            found="the keys " + ", ".join(map(str, found)) if found else "no keys at all",
            likely=HISTORY.says("no_validation" if "loss" in found else "no_loss"),
        )
        values = found[key]
        that(
            isinstance(values, (list, tuple, np.ndarray)) and len(values) > 0 and all(map(is_number, values)),
            expected=f"a list of numbers under {key}, one per epoch",
            found=number(values),
            likely=HISTORY.says("no_lists"),
        )
    losses, validated = len(found["loss"]), len(found["val_loss"])
    that(
        losses == validated,
        expected="as many values under val_loss as under loss, one of each per epoch",
        found=f"{losses} under loss, {validated} under val_loss",
        likely=HISTORY.says("skipped") if validated < losses else None,
    )


def epoch_count(found: int, epochs: int, *, what: str, likely: Likely = None) -> None:
    """Require that there is one of `what` (records, losses, rows) for each of `epochs` epochs."""
    equal(
        found,
        epochs,
        what=f"with epochs={epochs} the number of {what}",
        likely=likely or COUNT.of(found=found),
    )
