"""The causes that expectations on losses and metrics word themselves; `causes` has the names of these."""

import math
from typing import Any

from keraskata.expect.mistakes import diagnoses
from keraskata.printable import listed

LOSS = diagnoses(
    numbers=(
        "this loss is for predicting numbers, not for classes",
        lambda seen: "squared" in seen.name or "absolute" in seen.name,
    ),
    categorical=(
        "categorical cross-entropy needs one output for each class",
        lambda seen: "categorical" in seen.name,
    ),
    none=("compile was called without a loss", lambda seen: seen.name == "none"),
    unread=(
        "your own loss does not change with the answer to label {places}, counted from 1: each label has a say in "
        "binary cross-entropy",
        lambda seen: seen.name == "own_loss" and seen.loss.unread and {"places": listed(seen.loss.unread, "and")},
    ),
    swapped=(
        "your own loss of label {label} and answer {answer} is {value}, as binary cross-entropy is for the other "
        "label: y_true and 1 - y_true are swapped in it",
        lambda seen: seen.name == "own_loss" and _is_of_the_other_label(seen.loss.yes_no),
    ),
    own_value=(
        "your own loss of label {label} and answer {answer} is {value}; binary cross-entropy is {right}",
        lambda seen: seen.name == "own_loss" and _other_value(seen.loss.yes_no),
    ),
    own=(
        "your own loss computes something else than binary cross-entropy, or no gradient comes through it",
        lambda seen: seen.name == "own_loss",
    ),
    otherwise='write loss="binary_crossentropy" in compile',
)
SETTINGS = diagnoses(
    weights=("loss_weights that are not above 0 turn the training round, or end it: leave them out of compile",),
    from_logits=(
        "from_logits=True takes the outputs for logits, and the model itself is to answer with probabilities: leave it "
        "out",
        lambda seen: "from_logits" in seen.settings,
    ),
    ignored=(
        "ignore_class leaves a class out, so that it is never learned",
        lambda seen: "ignore_class" in seen.settings,
    ),
    smoothing=(
        "label_smoothing takes another target than the label: leave it out",
        lambda seen: "label_smoothing" in seen.settings,
    ),
    otherwise="leave the settings of the loss out: its name is enough",
)
METRICS = diagnoses(
    loss_weights=(
        "compile was called without metrics: its third argument is loss_weights; write "
        'metrics=["{metric}"] with its name',
        lambda seen: not seen.names and seen.loss_weights is not None and {"metric": seen.metric},
    ),
    exact=(
        'keras.metrics.Accuracy compares the probability itself with 0 or 1; the text "{metric}" picks the one that '
        "rounds",
        lambda seen: "'Accuracy'" in repr(seen.config.get("metrics")) and {"metric": seen.metric},
    ),
    threshold=(
        "threshold={threshold} takes answers above {threshold} for a yes, and a probability is one from 0.5 on: leave "
        "it out",
        lambda seen: _other_threshold(seen.config.get("metrics")),
    ),
    missing=(
        'no metric of compile counts the right answers: write metrics=["{metric}"]',
        lambda seen: {"metric": seen.metric},
    ),
)


def _other_value(yes_no: list[list[float]]) -> dict[str, str] | None:
    """Return the first label and answer of which a loss is not binary cross-entropy, with both values."""
    for label, answer, value in yes_no:
        right = -math.log(answer if label else 1 - answer)
        if not math.isclose(value, right, rel_tol=1e-3):
            told = {"label": label, "answer": answer, "value": value, "right": right}
            return {name: f"{figure + 0:.4g}" for name, figure in told.items()}  # no -0
    return None


def _is_of_the_other_label(yes_no: list[list[float]]) -> dict[str, str] | None:
    """Return the first label and answer with their value, if each value is what the other label would cost."""
    if not yes_no or any(not math.isclose(v, -math.log(1 - a if y else a), rel_tol=1e-3) for y, a, v in yes_no):
        return None
    return {name: f"{figure:.4g}" for name, figure in zip(("label", "answer", "value"), yes_no[0], strict=True)}


def _other_threshold(given: Any) -> dict[str, Any] | None:
    """Return the threshold of a BinaryAccuracy of Keras, among the metrics of compile, that is not 0.5."""
    items = given.values() if isinstance(given, dict) else given or []
    own = (each["config"] for each in items if isinstance(each, dict) and each["class_name"] == "BinaryAccuracy")
    return next(({"threshold": config["threshold"]} for config in own if config["threshold"] != 0.5), None)
