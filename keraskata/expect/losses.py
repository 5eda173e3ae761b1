"""Expectations on a compiled loss: that it is the one of its name, with nothing that makes another of it."""

from typing import Any

import numpy as np

from keraskata.expect.activations import snake
from keraskata.expect.basics import fail, that
from keraskata.expect.comparing import same
from keraskata.expect.compile_causes import LOSS, SETTINGS
from keraskata.expect.keras_models import compiled, loss_weights
from keraskata.expect.wording import Likely
from keraskata.printable import said

_ALIASES = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "bce": "binary_crossentropy"}
_ANSWERS = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.2, 0.5, 0.3]], "float32")
_CLASSES = np.array([0, 1, 2])


def only_loss(found: Any) -> Any:
    """Return the compiled loss, as it was given, out of the list or dict of a single output."""
    loss = getattr(found, "loss", None)
    if isinstance(loss, dict):
        return next(iter(loss.values()), None)
    return loss[0] if isinstance(loss, (list, tuple)) and len(loss) == 1 else loss


def cancels_out(loss: Any) -> dict[str, str] | None:
    """Return the name of a loss of a learner's own in which errors of 1 and -1 cancel out, though none alone is 0."""
    alone = [value for _, _, value in loss.yes_no]
    found = loss.opposite is not None and abs(loss.opposite) < 1e-6 < min(map(abs, alone), default=0)
    return {"name": loss.name} if found else None


def loss_name(found: Any) -> str:
    """Return the compiled loss in Keras' long snake-case form, however it was given."""
    import keras

    loss = only_loss(found)
    if loss is None:
        return "none"
    try:
        loss = keras.losses.get(loss)
    except ValueError:
        return str(loss)
    name = getattr(loss, "__name__", None) or type(loss).__name__
    name = snake(name)
    return _ALIASES.get(name, name)


def binary_cross_entropy(found: Any, *, what: str, categorical: Likely = None) -> None:
    """Require a binary cross-entropy of probabilities; `categorical` says why the categorical one is wrong here."""
    name = loss_name(found)
    likely = (categorical if "categorical" in name else None) or LOSS.of(name=name, loss=only_loss(found))
    keras_loss(found, "binary_crossentropy", what=what, likely=likely)


def keras_loss(found: Any, name: str, *, what: str, likely: Likely) -> None:
    """Require that a model was compiled with the loss of Keras that has this long name, or one that computes it."""
    compiled(found, what=what)
    given, own = loss_name(found), getattr(only_loss(found), "name", "")
    shown = f"a loss of your own, {own}, which computes none of Keras'" if given == "own_loss" else repr(given)
    that(given == name, expected=f"the loss is {name!r}", found=shown, likely=likely)
    plain_loss(found)


def plain_loss(found: Any) -> None:
    """Require that a loss of Keras' computes what it does by its name alone: no settings, and no weight below 0.

    How the rows' losses become one (`reduction`) is free.
    """
    import keras

    name, loss = loss_name(found), keras.losses.get(only_loss(found))
    weights = [weight for weight in loss_weights(found) if isinstance(weight, (int, float))]  # text is named elsewhere
    that(
        all(weight > 0 for weight in weights),
        expected=f"{name} as it is",
        found=f"loss_weights of {', '.join(f'{weight:g}' for weight in weights)}",
        likely=SETTINGS.says("weights"),
    )
    if not isinstance(loss, keras.losses.Loss):
        return  # a function has no settings
    usual = type(loss)(reduction=loss.reduction)
    settings = {key: value for key, value in loss.get_config().items() if usual.get_config().get(key) != value}
    settings.pop("name", None)
    shown = ", ".join(f"{key}={str(value)[:40]}" for key, value in settings.items()) or "a loss of its name"
    likely = SETTINGS.of(settings=settings)
    truth = _CLASSES[:, None] if name.startswith("sparse") else np.eye(3, dtype="float32")
    for row in range(len(truth)):
        given = truth[row : row + 1], _ANSWERS[row : row + 1]
        right = np.mean(keras.ops.convert_to_numpy(usual(*given)))
        try:
            value = np.mean(np.real(keras.ops.convert_to_numpy(loss(*given))))
        except Exception as error:  # each backend raises its own for settings that make no sense
            fail(f"a {name} that can be computed", f"one with {shown}: {said(error, 200)}", likely, ())
        that(same(value, right, tol=1e-3), expected=f"{name} as it is", found=f"one with {shown}", likely=likely)
