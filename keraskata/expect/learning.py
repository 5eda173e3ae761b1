"""Trains a model a little, or with a budget of the judge's own, and requires that it learns."""

from typing import Any

import numpy as np

from keraskata.expect.basics import that
from keraskata.expect.causes import LEARNING, WEIGHTS
from keraskata.expect.costs import affordable
from keraskata.expect.keras_models import as_compiled, finite, predict
from keraskata.expect.wording import Likely, number

STEPS, MORE, REDRAWS = 12, 4, 2
ROUND, ROUNDS = 50, 8


def learns(found: Any, features: Any, labels: Any) -> None:
    """Train `found` as it was compiled, and require that it gets better in STEPS steps on all rows.

    Dropout and moving averages make losses noisy: if the result is unclear, up to MORE times as many steps follow.
    Steps that are large, but not too large, sometimes ruin the network: it starts again with other weights once or
    twice before it fails.
    """
    affordable(found, len(features))
    finite(found, what="a model", likely=WEIGHTS.says("not_numbers"))
    frozen = [layer.name for layer in found._flatten_layers() if layer.weights and not layer.trainable]
    that(
        not frozen,
        expected="a model in which every layer can learn",
        found=f"trainable=False in {len(frozen)} of its layers",
        likely=LEARNING.says("frozen"),
    )
    kept = found.get_weights()
    before, after, steps = _first_steps(found, features, labels)
    first = before, after, len(steps)
    for draw in range(REDRAWS):
        if _better(before, after, steps) or after == before:
            break
        before, after, steps = _first_steps(_with_other_weights(found, draw), features, labels)
    that(
        _better(before, after, steps),
        expected=f"a loss below {number(first[0])} after {first[2]} steps (it starts there)",
        found=number(first[1]),
        likely=LEARNING.of(
            before=before,
            after=after,
            small_steps_help=lambda: _small_steps_help(found, features, labels),
        ),
    )
    all_move(kept, found.get_weights(), cut_off=_cut_off(found, features))


def all_move(before: list[np.ndarray], after: list[np.ndarray], cut_off: Likely = None) -> None:
    """Require that a training which made a model better moved each of its weights with two axes or more.

    In half precision a few small steps are rounded away: nothing is required of such weights. `cut_off` says that the
    rows lost their fractions on their way in.
    """
    pairs = zip(before, after, strict=True)
    still = [old for old, new in pairs if old.ndim > 1 and old.itemsize > 2 and np.array_equal(old, new)]
    zeros = [str(old.shape) for old in still if not old.any()]
    that(
        not still,
        expected="other weights in every layer after the first steps",
        found=f"the same weights of shape {' and '.join(str(old.shape) for old in still)}",
        likely=cut_off or (WEIGHTS.says("zeros", shape=" and ".join(zeros)) if zeros else WEIGHTS.says("no_gradient")),
    )


def _cut_off(found: Any, features: Any) -> Likely:
    """Return the words for an input of whole numbers, where it loses what the rows have behind the point."""
    dtype = next((str(each.dtype) for each in getattr(found, "inputs", None) or [] if "int" in str(each.dtype)), None)
    cut = dtype and not np.array_equal(features, np.trunc(features))
    return WEIGHTS.says("cut_off", dtype=dtype) if cut else None


def _first_steps(found: Any, features: Any, labels: Any) -> tuple[float, float, list[float]]:
    """Return the loss before and after some steps, and at each of them."""
    found.run_eagerly = True  # a dozen steps are done before a graph would be built
    steps: list[float] = []
    with as_compiled(found):
        before = after = _loss(found, features, labels)
        for _ in range(1 + MORE):
            for _ in range(STEPS):
                found.reset_metrics()
                steps.append(float(found.train_on_batch(features, labels, return_dict=True)["loss"]))
                if steps[-1] < steps[0]:  # it got better: enough
                    return before, after, steps
            after = _loss(found, features, labels)
            if _better(before, after, steps) or after == before or not after < 1.1 * before:
                break
    return before, after, steps


def _small_steps_help(found: Any, features: Any, labels: Any) -> bool:
    other = _with_other_weights(found, 0)
    other.optimizer.learning_rate = min(float(other.optimizer.learning_rate) / 1000, 1e-3)
    return _better(*_first_steps(other, features, labels))


def _better(before: float, after: float, steps: list[float]) -> bool:
    return after < before or min(steps[1:]) < steps[0]


def _with_other_weights(found: Any, draw: int) -> Any:
    import keras

    keras.utils.set_random_seed(draw)
    other = keras.models.clone_model(found)
    other.compile_from_config(found.get_compile_config())
    return other


def trained(found: Any, features: np.ndarray, labels: np.ndarray) -> Any:
    """Train `found` with a budget that does not depend on the optimizer it was compiled with, and return it.

    All rows are one batch. After each ROUND steps the training ends if 98 % of the answers are right; after ROUNDS
    rounds it ends in any case.
    """
    import keras

    affordable(found, len(features))
    # Without metrics=[] the learner's metrics stay.
    found.compile(keras.optimizers.Adam(0.04), "binary_crossentropy", metrics=[], jit_compile=False)
    # One epoch that passes ROUND times over all rows: the same steps as ROUND epochs, without their overhead.
    many = np.tile(features, (ROUND, 1)), np.tile(labels, (ROUND,) + (1,) * (labels.ndim - 1))
    for _ in range(ROUNDS):
        with as_compiled(found):
            found.fit(*many, batch_size=len(labels), shuffle=False, verbose=0)
        answers = predict(found, features) > 0.5
        if np.mean(answers == labels.reshape(answers.shape)) >= 0.98:
            break
    return found


def _loss(found: Any, features: Any, labels: Any) -> float:
    found.reset_metrics()
    return float(found.test_on_batch(features, labels, return_dict=True)["loss"])
